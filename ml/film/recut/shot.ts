/** A shot of a cut, in one unit for both cuts that are compared (frames or seconds); `end` is the next one's start. */
export interface Shot {
  start: number;
  end: number;
  /** What footage it shows, and from where on in it, in the same unit; unknown where it is left out. */
  source?: { id: string; start: number };
}

/** A part of an old cut that the new one shows, too, unchanged but for its place. */
export interface Piece {
  oldStart: number;
  newStart: number;
  length: number;
}

export const lengthOf = ({ start, end }: Pick<Shot, 'start' | 'end'>): number => end - start;
