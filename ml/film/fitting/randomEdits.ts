import type { Random } from '../../random';
import { leastBars, type FilmEdit } from './filmEdit';

/** What random edits are made of. */
interface RandomEditSpace {
  barSeconds: readonly number[];
  trackSeconds: number;
  durationSeconds: number;
  joins: number;
}

/** Draws until an edit is found give up after so many. */
const mostDraws = 1000;

/**
 * An edit as long as asked, with so many joins at random bars, under the same rules on pieces but not on joins; undefined
 * where none was drawn.
 */
export function randomEdit(space: RandomEditSpace, random: Random): FilmEdit | undefined {
  for (let draw = 0; draw < mostDraws; draw++) {
    const pieces = draftPieces(space, random);
    if (pieces) return { pieces };
  }
  return undefined;
}

function draftPieces(
  { barSeconds, trackSeconds, durationSeconds, joins }: RandomEditSpace,
  random: Random,
): FilmEdit['pieces'] | undefined {
  const bars = barSeconds.length - 1;
  const pieces: FilmEdit['pieces'] = [];
  let left = durationSeconds;
  for (let piece = 0; piece < joins; piece++) {
    const first = Math.floor(random.next() * bars);
    const last = first + leastBars + Math.floor(random.next() * Math.max(1, bars - first - leastBars + 1));
    if (last > bars) return undefined;
    pieces.push({ startSeconds: barSeconds[first], endSeconds: barSeconds[last] });
    left -= barSeconds[last] - barSeconds[first];
    if (left <= 0) return undefined;
  }
  const first = Math.floor(random.next() * bars);
  const end = barSeconds[first] + left;
  const shortest = barSeconds[first + leastBars];
  if (shortest === undefined || end < shortest - 0.5 || end > trackSeconds) return undefined;
  return [...pieces, { startSeconds: barSeconds[first], endSeconds: end }];
}
