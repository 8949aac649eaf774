import { asciiAt, viewOf } from './bytes';
import { type ByteReader } from './byteReader';
import { decodeOgg } from './decodeOgg';
import { type OggCodec, type OggIdentity } from './oggLink';
import { type PcmChunk } from '../pcm';
import { VorbisDecoder } from './vorbisDecoder';

const codec: OggCodec = {
  name: 'Vorbis',
  identify,
  headerPackets: 3,
  emptyTags: Buffer.from('\x03vorbis\0\0\0\0\0\0\0\0\x01', 'latin1'),
  createDecoder: () => new VorbisDecoder(),
};

/** Decodes Vorbis in Ogg. */
export function decodeOggVorbis(reader: ByteReader): AsyncGenerator<PcmChunk, void, undefined> {
  return decodeOgg(reader, codec);
}

/** Vorbis I specification, 4.2.2: the identification header. */
function identify(packet: Uint8Array): OggIdentity | undefined {
  if (packet.length < 30 || asciiAt(packet, 0, 7) !== '\x01vorbis') return undefined;
  return { channelCount: packet[11], sampleRateHz: viewOf(packet).getUint32(12, true), preSkip: 0, gain: 1 };
}
