import type { TrackTags } from '@/db/schema';
import { foldText } from '../../base/foldText';

/** What of a file's labels is searched. */
export type SearchedLabels = Pick<TrackTags, 'title' | 'artists' | 'album' | 'genre'>;

/**
 * The words by which a file is found, between single spaces: title, artists, album and genre as they are written,
 * folded; then the words in them that marks surround, and those that marks part as one, so that "AC/DC" is also
 * "ac", "dc" and "acdc".
 */
export function searchKeyOf({ title, artists, album, genre }: SearchedLabels): string {
  const written = [title, ...artists, album, genre].filter((text) => text !== null).map(foldText);
  const said = written.flatMap((text) => text.split(' ')).filter(Boolean);
  const bare = said.filter((word) => /[^\p{L}\p{M}\p{N}]/u.test(word)).flatMap(bareWords);
  return ` ${[...written, ...new Set(bare)].join(' ')} `;
}

/** "(moonlight)" is also moonlight; "r.e.m." is also r, e, m and rem. */
function bareWords(word: string): string[] {
  const parts = word.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean);
  return parts.length > 1 ? [...parts, parts.join('')] : parts;
}
