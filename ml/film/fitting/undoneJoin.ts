import type { FilmEdit, Piece } from './filmEdit';

/**
 * An edit without one of its joins: the music goes on where it was to be left, takes the later joins that still lie
 * ahead, and ends when it is as long as the edit. Undefined where the track ends before.
 */
export function undoneJoin({ pieces }: FilmEdit, join: number, trackSeconds: number): FilmEdit | undefined {
  const total = pieces.reduce((sum, { startSeconds, endSeconds }) => sum + endSeconds - startSeconds, 0);
  const kept = pieces.slice(0, join).map((piece) => ({ ...piece }));
  let current: Piece = { ...pieces[join] };
  let left = total - kept.reduce((sum, { startSeconds, endSeconds }) => sum + endSeconds - startSeconds, 0);
  for (let next = join + 1; next < pieces.length - 1; next++) {
    const { endSeconds } = pieces[next];
    const length = endSeconds - current.startSeconds;
    // A place to leave that is already behind is passed by.
    if (endSeconds <= pieces[join].endSeconds || length >= left) continue;
    kept.push({ startSeconds: current.startSeconds, endSeconds });
    left -= length;
    current = { ...pieces[next + 1] };
  }
  const endSeconds = current.startSeconds + left;
  if (endSeconds > trackSeconds) return undefined;
  return { pieces: [...kept, { startSeconds: current.startSeconds, endSeconds }] };
}
