/** A stretch of a track, in seconds from its start. */
export interface Piece {
  startSeconds: number;
  endSeconds: number;
}

/** Pieces of a track, one after the other. */
export interface FilmEdit {
  pieces: Piece[];
  /** How many times slower the track is played, at its own pitch; 1 where it is missing. */
  stretch?: number;
}

/** How much longer or shorter music may be made as a share of its length: little enough not to be noticed. */
export const mostStretch = 0.03;

/** The rules of an edit. */
export const leastBars = 8;
const mostJoinsPerMinute = 3;

/** How many joins music of this length may have. */
export function mostJoins(durationSeconds: number): number {
  return Math.floor((durationSeconds / 60) * mostJoinsPerMinute);
}

/** A piece of a track as it lies in the track when that is played so many times slower. */
export const stretchedPiece = ({ startSeconds, endSeconds }: Piece, stretch: number): Piece => ({
  startSeconds: startSeconds * stretch,
  endSeconds: endSeconds * stretch,
});

/** How long an edit is heard. */
export function editSeconds({ pieces, stretch = 1 }: FilmEdit): number {
  return stretch * pieces.reduce((sum, { startSeconds, endSeconds }) => sum + endSeconds - startSeconds, 0);
}
