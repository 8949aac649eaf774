import { type Piece, type Shot } from './shot';
import { shotsByLength } from './shotsByLength';
import { shotsBySource } from './shotsBySource';

/** Where the parts of an old cut are in a new one. */
export interface RecutMap {
  /** By their place in the old cut; where both cuts go on, one piece goes over several shots. */
  pieces: Piece[];
  /** How it was found: by footage where all shots name theirs, else by the shots' lengths. */
  by: 'source' | 'length';
  /** Shots, by their number, of which the other cut shows nothing. */
  lostShots: number[];
  newShots: number[];
}

/** Compares two cuts of a film, whose shots follow one another. */
export function recutMap(oldShots: readonly Shot[], newShots: readonly Shot[]): RecutMap {
  const by = [...oldShots, ...newShots].every(({ source }) => source) ? 'source' : 'length';
  const find = by === 'source' ? shotsBySource : shotsByLength;
  const pieces = joined(find(oldShots, newShots).toSorted((a, b) => a.oldStart - b.oldStart));
  const olds = pieces.map(({ oldStart, length }) => ({ start: oldStart, end: oldStart + length }));
  const news = pieces.map(({ newStart, length }) => ({ start: newStart, end: newStart + length }));
  return { pieces, by, lostShots: untouched(oldShots, olds), newShots: untouched(newShots, news) };
}

/** Makes one of pieces that follow one another in both cuts. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const goesOn =
      last &&
      last.oldStart + last.length === piece.oldStart &&
      last.newStart + last.length === piece.newStart;
    if (goesOn) last.length += piece.length;
    else result.push({ ...piece });
  }
  return result;
}

function untouched(shots: readonly Shot[], spans: readonly { start: number; end: number }[]): number[] {
  return shots.flatMap((shot, place) =>
    spans.some(({ start, end }) => start < shot.end && shot.start < end) ? [] : [place],
  );
}

/** Where a moment of the old cut is in the new one; undefined where that does not show it. */
export function movedTime({ pieces }: Pick<RecutMap, 'pieces'>, time: number): number | undefined {
  const piece = pieces.find(({ oldStart, length }) => oldStart <= time && time < oldStart + length);
  return piece && piece.newStart + (time - piece.oldStart);
}
