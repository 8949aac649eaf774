import { frameUnder, type FilmTime } from './filmTime';
import type { TimeView } from './timeView';

/**
 * The frames of a strip of `pictures` pictures that a view has room for. They stay the same as the view is scrolled: the
 * first of each of equal stretches that are counted from the film's beginning.
 */
export function stripFrames(film: FilmTime, { from, span }: TimeView, pictures: number): number[] {
  const step = span / pictures;
  const first = Math.floor(from / step);
  const count = Math.ceil((from + span) / step) - first;
  const frames = Array.from({ length: count }, (_, index) => frameUnder(film, (first + index) * step));
  return [...new Set(frames)];
}
