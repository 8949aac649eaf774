import { stretchedPiece, type FilmEdit, type Piece } from './filmEdit';

/**
 * What of a track is heard in a section of it: its edit, which begins where the section does and ends with the cue, however
 * these were moved since it was made (who moves one past a join leaves out what comes then); without one a single piece.
 * Times are those of the track as it is played: where the edit is stretched, of the whole track stretched.
 */
export function playedPieces(
  { startSeconds, edit }: { startSeconds: number; edit?: FilmEdit },
  durationSeconds: number,
): Piece[] {
  const played: Piece[] = [];
  let left = durationSeconds;
  const { stretch = 1 } = edit ?? {};
  let start = startSeconds * stretch;
  const pieces = (edit?.pieces ?? []).map((piece) => stretchedPiece(piece, stretch));
  for (const [place, { endSeconds }] of pieces.slice(0, -1).entries()) {
    if (endSeconds <= start || endSeconds - start >= left) break;
    played.push({ startSeconds: start, endSeconds });
    left -= endSeconds - start;
    start = pieces[place + 1].startSeconds;
  }
  return [...played, { startSeconds: start, endSeconds: start + left }];
}
