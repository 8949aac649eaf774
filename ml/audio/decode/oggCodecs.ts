import { asciiAt } from './bytes';
import { opusCodec } from './opusCodec';
import { type OggCodec, type OggIdentity } from './oggLink';
import { vorbisCodec } from './vorbisCodec';

/** The first packets of sound in Ogg that is not read here, and what people call it. */
const others: Record<string, string> = { '\x7fFLAC': 'FLAC', 'Speex   ': 'Speex' };

/** The stream that this first packet opens; undefined where its sound is not read here, or it is none. */
export function identifyOgg(packet: Uint8Array): { codec: OggCodec; identity: OggIdentity } | undefined {
  for (const codec of [vorbisCodec, opusCodec]) {
    const identity = codec.identify(packet);
    if (identity !== undefined) return { codec, identity };
  }
  return undefined;
}

/** The name of a codec that is not read here, where this is a first packet of it. */
export function otherOggCodec(packet: Uint8Array): string | undefined {
  const found = Object.entries(others).find(([magic]) => asciiAt(packet, 0, magic.length) === magic);
  return found?.[1];
}
