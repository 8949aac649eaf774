import type { Matrix } from '../matrix/matrix';
import { squaredDistance } from '../matrix/squaredDistance';
import { nearestNeighbours } from './nearestNeighbours';

/**
 * How far the neighbours seen on a map are neighbours in truth, in [0, 1] (Venna and Kaski 2001):
 * 1 - 2 / (n k (2n - 3k - 1)) * the sum, over all rows i and their k nearest on the map j, of max(0, r(i, j) - k),
 * where r(i, j) is the rank of j among the neighbours of i in the original space, from 1.
 * Throws RangeError unless 1 <= reach < count / 2, where the measure is defined.
 */
export function trustworthiness(original: Matrix, map: Matrix, reach: number): number {
  const count = original.rows;
  if (!(reach < count / 2)) throw new RangeError(`invalid reach: ${reach} (less than half of ${count} rows)`);
  const seen = nearestNeighbours(map, reach);
  const squares = new Float64Array(count);
  let penalty = 0;
  for (let row = 0; row < count; row++) {
    for (let other = 0; other < count; other++) squares[other] = squaredDistance(original, row, other);
    squares[row] = Infinity;
    for (let place = 0; place < reach; place++) {
      penalty += Math.max(0, rankOf(squares, seen.indices[row * reach + place]) - reach);
    }
  }
  return 1 - (2 / (count * reach * (2 * count - 3 * reach - 1))) * penalty;
}

/** How many values are less than that at `index`, plus one. */
function rankOf(values: Float64Array, index: number): number {
  const limit = values[index];
  let rank = 1;
  for (const value of values) if (value < limit) rank++;
  return rank;
}
