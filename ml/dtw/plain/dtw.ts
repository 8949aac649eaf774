import { type Band } from '../band';
import { type Sequence } from '../sequence';

/** When to give up: once the cost must exceed `cutoff`, knowing that rows i and later cost `remaining[i]` at least. */
interface Limit {
  cutoff: number;
  remaining?: Float64Array;
  /** The curve may end with any point from this index on; without, only with its last. */
  earliestEnd?: number;
}

/** The least sum of pair costs along a warping path within the band; Infinity when it exceeds the limit's cutoff. */
export type DtwCost = (curve: Sequence, band: Band, limit?: Limit) => number;

const relativeSlack = 1e-9;
const absoluteSlack = 1e-12;

/** Whether a lower bound exceeds the cutoff by more than rounding: only then may what it bounds be left out. */
export function exceeds(bound: number, cutoff: number): boolean {
  return bound > cutoff * (1 + relativeSlack) + absoluteSlack;
}

/**
 * Dynamic time warping of curves to one query: pair cost squared Euclidean distance, steps (1,1), (1,0), (0,1),
 * first paired with first and last with last (Sakoe and Chiba 1978). One row of the table is kept; one whose every
 * entry exceeds the limit ends the work. In two dimensions rows are computed by twos, which keeps half of them out of
 * memory. With `weights`, one for each query point, the costs of that point's pairs are multiplied by it.
 */
export function dtwCostTo(query: Sequence, weights?: Float64Array): DtwCost {
  const row = new Float64Array(query.length + 1);
  const costs = new Float64Array(query.length);
  return (curve, band, limit) => {
    const { cutoff = Infinity, remaining, earliestEnd = curve.length - 1 } = limit ?? {};
    let ended = Infinity;
    row.fill(Infinity);
    row[0] = 0;
    for (let index = 0; index < curve.length;) {
      let least;
      if (query.dimensions === 2 && !weights && index + 1 < earliestEnd) {
        least = advanceTwo(row, query, { curve, index, band });
        index += 2;
      } else {
        const span = { curve, index, low: band.low[index], high: band.high[index] };
        pairCosts(costs, query, span);
        if (weights) weigh(costs, weights, span);
        least = advance(row, costs, span);
        if (index >= earliestEnd) ended = Math.min(ended, row[query.length]);
        index++;
      }
      if (exceeds(least + (remaining?.[index] ?? 0), cutoff)) break;
    }
    return exceeds(ended, cutoff) ? Infinity : ended;
  };
}

/** One row of the table: a point of the curve and the query points it may be paired with. */
interface Row {
  curve: Sequence;
  index: number;
  low: number;
  high: number;
}

/** Writes the costs of pairing the curve's point `index` with the query's points low to high. */
export function pairCosts(costs: Float64Array, query: Sequence, { curve, index, low, high }: Row): void {
  const { dimensions, values, offset } = query;
  const point = (curve.offset + index) * dimensions;
  const first = curve.values[point];
  const second = curve.values[point + 1];
  for (let j = low, at = (offset + low) * dimensions; j <= high; j++, at += dimensions) {
    const d0 = values[at] - first;
    const d1 = values[at + 1] - second;
    costs[j] = d0 * d0 + d1 * d1;
  }
  if (dimensions === 2) return;
  const third = curve.values[point + 2];
  const fourth = curve.values[point + 3];
  for (let j = low, at = (offset + low) * dimensions; j <= high; j++, at += dimensions) {
    const d2 = values[at + 2] - third;
    const d3 = values[at + 3] - fourth;
    costs[j] += d2 * d2 + d3 * d3;
  }
}

/** Multiplies the costs of a row's pairs by the weights of their query points. */
function weigh(costs: Float64Array, weights: Float64Array, { low, high }: Pick<Row, 'low' | 'high'>): void {
  for (let j = low; j <= high; j++) costs[j] *= weights[j];
}

/**
 * Replaces the table's row in place: `row[j + 1]` is the least cost up to query point j. Left of the band stands
 * Infinity; right of it nothing was written yet, since bands only move right. Returns the row's least entry.
 */
function advance(row: Float64Array, costs: Float64Array, { low, high }: Row): number {
  let diagonal = row[low];
  let left = Infinity;
  let least = Infinity;
  row[low] = Infinity;
  for (let j = low; j <= high; j++) {
    const above = row[j + 1];
    let best = diagonal;
    if (above < best) best = above;
    if (left < best) best = left;
    diagonal = above;
    left = best + costs[j];
    row[j + 1] = left;
    if (left < least) least = left;
  }
  return least;
}

/**
 * As advance, by the curve's points `index` and the next, both of two dimensions: `upper` runs along the first point's
 * row, `lower` along the second's, which is kept. Returns that row's least entry.
 */
function advanceTwo(
  row: Float64Array,
  { values, offset }: Sequence,
  { curve, index, band }: { curve: Sequence; index: number; band: Band },
): number {
  const point = 2 * (curve.offset + index);
  const [upperLow, lowerLow] = [band.low[index], band.low[index + 1]];
  const [upperHigh, lowerHigh] = [band.high[index], band.high[index + 1]];
  const upperFirst = curve.values[point];
  const upperSecond = curve.values[point + 1];
  const lowerFirst = curve.values[point + 2];
  const lowerSecond = curve.values[point + 3];
  let diagonal = row[upperLow];
  let upper = Infinity;
  let lower = Infinity;
  let least = Infinity;
  row[upperLow] = Infinity;
  let j = upperLow;
  let at = 2 * (offset + upperLow);
  for (; j < lowerLow && j <= upperHigh; j++, at += 2) {
    const above = row[j + 1];
    const d0 = values[at] - upperFirst;
    const d1 = values[at + 1] - upperSecond;
    upper = Math.min(diagonal, above, upper) + (d0 * d0 + d1 * d1);
    diagonal = above;
    row[j + 1] = Infinity;
  }
  for (; j <= upperHigh; j++, at += 2) {
    const above = row[j + 1];
    const first = values[at];
    const second = values[at + 1];
    const d0 = first - upperFirst;
    const d1 = second - upperSecond;
    const e0 = first - lowerFirst;
    const e1 = second - lowerSecond;
    const overUpper = diagonal < above ? diagonal : above;
    const overLower = upper < lower ? upper : lower;
    upper = (upper < overUpper ? upper : overUpper) + (d0 * d0 + d1 * d1);
    lower = (upper < overLower ? upper : overLower) + (e0 * e0 + e1 * e1);
    if (lower < least) least = lower;
    diagonal = above;
    row[j + 1] = lower;
  }
  if (j < lowerLow) upper = Infinity;
  for (j = Math.max(j, lowerLow), at = 2 * (offset + j); j <= lowerHigh; j++, at += 2) {
    const e0 = values[at] - lowerFirst;
    const e1 = values[at + 1] - lowerSecond;
    lower = (upper < lower ? upper : lower) + (e0 * e0 + e1 * e1);
    upper = Infinity;
    if (lower < least) least = lower;
    row[j + 1] = lower;
  }
  return least;
}
