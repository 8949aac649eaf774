import { OggOpusDecoder } from 'ogg-opus-decoder';
import { asciiAt, viewOf } from './bytes';
import { type ByteReader } from './byteReader';
import { decodeOgg } from './decodeOgg';
import { type OggCodec, type OggIdentity } from './oggLink';
import { type PcmChunk } from '../pcm';

/** Opus always decodes to this rate; the one in its header only tells what the encoder was given. */
const opusRateHz = 48000;

const codec: OggCodec = {
  name: 'Opus',
  identify,
  headerPackets: 2,
  emptyTags: Buffer.from('OpusTags\0\0\0\0\0\0\0\0', 'latin1'),
  createDecoder: () => new OggOpusDecoder(),
};

/** Decodes Opus in Ogg, without its pre-skip and with its output gain. */
export function decodeOggOpus(reader: ByteReader): AsyncGenerator<PcmChunk, void, undefined> {
  return decodeOgg(reader, codec);
}

/** RFC 7845, 5.1: the identification header; the gain is in 256ths of a decibel. */
function identify(packet: Uint8Array): OggIdentity | undefined {
  if (packet.length < 19 || asciiAt(packet, 0, 8) !== 'OpusHead') return undefined;
  const view = viewOf(packet);
  const gain = 10 ** (view.getInt16(16, true) / 256 / 20);
  return { channelCount: packet[9], sampleRateHz: opusRateHz, preSkip: view.getUint16(10, true), gain };
}
