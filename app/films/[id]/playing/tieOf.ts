import type { ClockTie } from './musicRun';

/** What the drawing of the screen makes of it at most, in seconds; a machine that is busy shows frames late. */
const screenScatter = 0.018;
const busyScatter = 0.06;
/** From this pair of frames on, a machine counts as busy. */
const patience = 4;

/**
 * The tie of the film to the output's clock by two frames shown one after the other, each with the time of that clock at
 * which it was seen; null where they do not tell one: a film that was just begun or sought shows a frame first, and goes on
 * from it some time later.
 *
 * @param tries how many pairs told none so far
 */
export function tieOf(before: ClockTie, now: ClockTie, tries = 0): ClockTie | null {
  const filmSeconds = now.filmSeconds - before.filmSeconds;
  const heardSeconds = now.contextSeconds - before.contextSeconds;
  const mostScatter = tries < patience ? screenScatter : busyScatter;
  if (filmSeconds <= 0 || Math.abs(filmSeconds - heardSeconds) > mostScatter) return null;
  return now;
}
