import { OggOpusDecoder } from 'ogg-opus-decoder';
import { asciiAt, viewOf } from './bytes';
import { type OggCodec, type OggIdentity } from './oggLink';

/** Opus always decodes to this rate; the one in its header only tells what the encoder was given. */
const opusRateHz = 48000;

/** The mapping family of one to eight channels for loudspeakers (RFC 7845, 5.1.1.2). */
const surroundFamily = 1;

/** Opus, as it lies in Ogg, decoded without its pre-skip and with its output gain. */
export const opusCodec: OggCodec = {
  identify,
  headerPackets: 2,
  emptyTags: Buffer.from('OpusTags\0\0\0\0\0\0\0\0', 'latin1'),
  createDecoder: () => new OggOpusDecoder(),
};

/** RFC 7845, 5.1: the identification header; the gain is in 256ths of a decibel. */
function identify(packet: Uint8Array): OggIdentity | undefined {
  if (packet.length < 19 || asciiAt(packet, 0, 8) !== 'OpusHead') return undefined;
  const view = viewOf(packet);
  const gain = 10 ** (view.getInt16(16, true) / 256 / 20);
  const format = { channelCount: packet[9], sampleRateHz: opusRateHz };
  return {
    ...format,
    preSkip: view.getUint16(10, true),
    gain,
    hasVorbisOrder: packet[18] === surroundFamily,
  };
}
