/** A stretch of a track, in seconds from its start. */
export interface Piece {
  startSeconds: number;
  endSeconds: number;
}

/** Pieces of a track, one after the other. */
export interface FilmEdit {
  pieces: Piece[];
}

/** The rules of an edit. */
export const leastBars = 8;
const mostJoinsPerMinute = 3;

/** How many joins music of this length may have. */
export function mostJoins(durationSeconds: number): number {
  return Math.floor((durationSeconds / 60) * mostJoinsPerMinute);
}

export function editSeconds({ pieces }: FilmEdit): number {
  return pieces.reduce((sum, { startSeconds, endSeconds }) => sum + endSeconds - startSeconds, 0);
}
