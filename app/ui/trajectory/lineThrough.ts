import { dimensions, type Dimension } from '@/ml/affect/dimension';
import type { KeyPoint } from '@/ml/affect/keyPoint';

interface LineOptions {
  /** How much a distance in each side of the emotion counts. */
  weights: Readonly<Record<Dimension, number>>;
  most: number;
  /** Whether a line of a number of points, from which the farthest other one lies so far, will do. */
  isEnough: (away: number, count: number) => boolean;
}

/**
 * The line through the fewest of some points, their first and last among them, that will do; through `most` where none does.
 * Of all lines of its number of points it keeps nearest to the others: found by dynamic programming over the last point
 * but one (Bellman 1961, "On the approximation of curves by line segments using dynamic programming").
 *
 * @param points in order of time, no two at one
 */
export function lineThrough(
  points: readonly KeyPoint[],
  { weights, most, isEnough }: LineOptions,
): KeyPoint[] {
  const size = points.length;
  if (size <= 2) return [...points];
  const away = pieceDistances(points, weights);
  /** By the number of points: the distance of the nearest line from the first point to each, and the point before it. */
  const steps = [{ farthest: away.slice(0, size), before: new Uint16Array(size) }];
  while (!isEnough(steps[steps.length - 1].farthest[size - 1], steps.length + 1)) {
    if (steps.length + 1 >= Math.min(most, size)) break;
    steps.push(oneMore(steps[steps.length - 1].farthest, away));
  }
  const line = [size - 1];
  for (const { before } of steps.toReversed()) line.push(before[line[line.length - 1]]);
  return line.toReversed().map((index) => points[index]);
}

/** The same for lines of one point more. */
function oneMore(farthest: Float64Array, away: Float64Array) {
  const size = farthest.length;
  const next = { farthest: new Float64Array(size).fill(Infinity), before: new Uint16Array(size) };
  for (let last = 1; last < size; last++) {
    for (let before = 0; before < last; before++) {
      const reached = Math.max(before > 0 ? farthest[before] : Infinity, away[before * size + last]);
      if (reached >= next.farthest[last]) continue;
      next.farthest[last] = reached;
      next.before[last] = before;
    }
  }
  return next;
}

/** How far from the straight line between each two points those between them lie; rows by the first point. */
function pieceDistances(points: readonly KeyPoint[], weights: LineOptions['weights']): Float64Array {
  const size = points.length;
  const distances = new Float64Array(size * size);
  for (let first = 0; first < size; first++) {
    for (let last = first + 2; last < size; last++) {
      distances[first * size + last] = pieceDistance(points, { first, last, weights });
    }
  }
  return distances;
}

function pieceDistance(
  points: readonly KeyPoint[],
  { first, last, weights }: { first: number; last: number; weights: LineOptions['weights'] },
): number {
  const [one, other] = [points[first], points[last]];
  let farthest = 0;
  for (let index = first + 1; index < last; index++) {
    const point = points[index];
    const share = (point.t - one.t) / (other.t - one.t);
    for (const side of dimensions) {
      const away = Math.abs(point[side] - one[side] - share * (other[side] - one[side]));
      farthest = Math.max(farthest, weights[side] * away);
    }
  }
  return farthest;
}
