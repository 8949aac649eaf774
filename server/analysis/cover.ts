import { selectCover } from 'music-metadata';
import { asciiAt } from '@/ml/audio/decode/bytes';
import type { CoverEnding } from './coverTypes';
import type { CommonTags } from './readTagsInfo';

/** Pictures with more bytes are not kept. */
const mostBytes = 20_000_000;

/** A picture out of a file's tags, as it is there: how many pixels it claims is for browsers to judge. */
export interface Cover {
  bytes: Uint8Array;
  ending: CoverEnding;
}

/** The picture that is shown for a sound; null where there is none of a kind that is served. */
export function coverOf(common: CommonTags | undefined): Cover | null {
  const picture = selectCover(common?.picture);
  if (!picture || picture.data.length > mostBytes) return null;
  const ending = endingOf(picture.data);
  return ending ? { bytes: picture.data, ending } : null;
}

/** What a picture is, by its first bytes and never by what its tag says (PNG, GIF89a, JFIF, RFC 9649). */
function endingOf(bytes: Uint8Array): CoverEnding | undefined {
  if (asciiAt(bytes, 0, 3) === '\xff\xd8\xff') return 'jpg';
  if (asciiAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (/^GIF8[79]a$/.test(asciiAt(bytes, 0, 6))) return 'gif';
  if (asciiAt(bytes, 0, 4) === 'RIFF' && asciiAt(bytes, 8, 4) === 'WEBP') return 'webp';
  return undefined;
}
