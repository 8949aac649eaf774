import { asciiAt, viewOf } from './bytes';
import { type OggCodec, type OggIdentity } from './oggLink';
import { VorbisDecoder } from './vorbisDecoder';

/** Vorbis, as it lies in Ogg. */
export const vorbisCodec: OggCodec = {
  identify,
  headerPackets: 3,
  emptyTags: Buffer.from('\x03vorbis\0\0\0\0\0\0\0\0\x01', 'latin1'),
  createDecoder: () => new VorbisDecoder(),
};

/** Vorbis I specification, 4.2.2: the identification header. */
function identify(packet: Uint8Array): OggIdentity | undefined {
  if (packet.length < 30 || asciiAt(packet, 0, 7) !== '\x01vorbis') return undefined;
  const format = { channelCount: packet[11], sampleRateHz: viewOf(packet).getUint32(12, true) };
  return { ...format, preSkip: 0, gain: 1, hasVorbisOrder: true };
}
