import type { ClockTie } from './musicRun';

/** More than the drawing of the screen makes of it, in seconds. */
const mostScatter = 0.018;

/**
 * The tie of the film to the output's clock by two frames shown one after the other, each with the time of that clock at
 * which it was seen; null where they do not tell one: a film that was just begun or sought shows a frame first, and goes on
 * from it some time later.
 */
export function tieOf(before: ClockTie, now: ClockTie): ClockTie | null {
  const filmSeconds = now.filmSeconds - before.filmSeconds;
  const heardSeconds = now.contextSeconds - before.contextSeconds;
  if (filmSeconds <= 0 || Math.abs(filmSeconds - heardSeconds) > mostScatter) return null;
  return now;
}
