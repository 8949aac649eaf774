import { type Band } from '../band';
import { pairCosts } from '../plain/dtw';
import { type Sequence } from '../sequence';

/** One alignment of a query with a curve. */
export interface Alignment {
  /** sqrt(sum of pair costs along the path, each by its query point's weight / number of query points). */
  distance: number;
  /** Pairs [query index, curve index] from [0, 0] to both ends. */
  path: [number, number][];
  /**
   * For each query point the root of the mean cost of the pairs it takes part in, in the units of `distance`:
   * the sum over query points of weight * pairs * error^2 is number of query points * distance^2.
   */
  error: number[];
}

/** Which pairs there may be, and what those of each query point count (1 on the mean; all 1 without weights). */
interface Pairing {
  band: Band;
  weights?: Float64Array;
}

/**
 * The cheapest warping path within the band, or undefined where the band holds none. Between equally cheap ways the
 * step (1,1) is taken before the one along the query, that one before the one along the curve. Unlike the search it
 * keeps the whole table: for matches to be shown, not for ranking.
 */
export function alignmentOf(query: Sequence, curve: Sequence, pairing: Pairing): Alignment | undefined {
  const columns = query.length;
  const { costs, sums } = fillTable(query, curve, pairing);
  const total = sums[sums.length - 1];
  if (total === Infinity) return undefined;
  const path = tracePath(sums, columns);
  return { distance: Math.sqrt(total / columns), path, error: errorsAlong(path, costs, columns) };
}

/**
 * Pair costs at [curve index * query length + query index], and their weighted sums along the cheapest way to each pair with a
 * border of one row and one column before the first; Infinity outside of the band.
 */
function fillTable(
  query: Sequence,
  curve: Sequence,
  { band, weights }: Pairing,
): { costs: Float64Array; sums: Float64Array } {
  const columns = query.length;
  const width = columns + 1;
  const costs = new Float64Array(curve.length * columns);
  const sums = new Float64Array((curve.length + 1) * width).fill(Infinity);
  sums[0] = 0;
  for (let index = 0; index < curve.length; index++) {
    const row = costs.subarray(index * columns, (index + 1) * columns);
    const low = band.low[index];
    const high = band.high[index];
    pairCosts(row, query, { curve, index, low, high });
    for (let j = low, at = (index + 1) * width + low + 1; j <= high; j++, at++) {
      sums[at] =
        row[j] * (weights?.[j] ?? 1) + Math.min(sums[at - width - 1], sums[at - 1], sums[at - width]);
    }
  }
  return { costs, sums };
}

function tracePath(sums: Float64Array, columns: number): [number, number][] {
  const width = columns + 1;
  const path: [number, number][] = [];
  for (let at = sums.length - 1; at > 0;) {
    path.push([(at % width) - 1, Math.floor(at / width) - 1]);
    const steps = [at - width - 1, at - 1, at - width];
    at = steps.reduce((best, from) => (sums[from] < sums[best] ? from : best));
  }
  return path.reverse();
}

function errorsAlong(path: readonly [number, number][], costs: Float64Array, columns: number): number[] {
  const sums = new Float64Array(columns);
  const counts = new Float64Array(columns);
  for (const [query, curve] of path) {
    sums[query] += costs[curve * columns + query];
    counts[query]++;
  }
  return Array.from(sums, (sum, index) => Math.sqrt(sum / counts[index]));
}
