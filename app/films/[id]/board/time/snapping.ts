import { bisectCenter } from 'd3';

/** A time, or the nearest of the targets where one is within reach. Each list of targets ascends. */
export function snapped(
  seconds: number,
  targets: readonly ArrayLike<number>[],
  reachSeconds: number,
): number {
  const nearest = targets
    .filter(({ length }) => length > 0)
    .map((list) => list[bisectCenter(list, seconds)])
    .toSorted((one, other) => Math.abs(one - seconds) - Math.abs(other - seconds));
  return nearest.length > 0 && Math.abs(nearest[0] - seconds) <= reachSeconds ? nearest[0] : seconds;
}

/** The next of ascending frames after one, or before it; undefined where there is none. */
export function nextOf(frames: readonly number[], from: number, direction: -1 | 1): number | undefined {
  return direction > 0 ? frames.find((frame) => frame > from) : frames.findLast((frame) => frame < from);
}
