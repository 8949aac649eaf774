import type { Neighbours } from './nearestNeighbours';

/** Pairs of rows and how likely each is, by the first of the pair; whatever is not listed is 0. All sum to 1. */
export interface JointProbabilities {
  count: number;
  /** [count + 1]: the pairs of row i lie from starts[i] to starts[i + 1]. */
  starts: Int32Array;
  others: Int32Array;
  values: Float64Array;
}

/**
 * The symmetric joint probabilities of t-SNE: (p(j|i) + p(i|j)) / 2n.
 *
 * @param conditional [count * reach], in the order of the neighbours
 */
export function jointProbabilities(neighbours: Neighbours, conditional: Float64Array): JointProbabilities {
  const { count } = neighbours;
  const pairs = bothWays(neighbours, conditional);
  const starts = new Int32Array(count + 1);
  const others = new Int32Array(pairs.others.length);
  const values = new Float64Array(pairs.others.length);
  const placeOf = new Int32Array(count).fill(-1);
  let filled = 0;
  for (let row = 0; row < count; row++) {
    const start = filled;
    for (let at = pairs.starts[row]; at < pairs.starts[row + 1]; at++) {
      const other = pairs.others[at];
      if (placeOf[other] < start) {
        placeOf[other] = filled;
        others[filled++] = other;
      }
      values[placeOf[other]] += pairs.values[at] / (2 * count);
    }
    starts[row + 1] = filled;
  }
  return { count, starts, others: others.slice(0, filled), values: values.slice(0, filled) };
}

/** Every conditional probability under both of its rows, so that a pair of mutual neighbours is listed twice. */
function bothWays({ count, reach, indices }: Neighbours, conditional: Float64Array): JointProbabilities {
  const starts = new Int32Array(count + 1);
  for (const other of indices) starts[other + 1]++;
  for (let row = 0; row < count; row++) starts[row + 1] += starts[row] + reach;
  const next = starts.slice();
  const others = new Int32Array(2 * indices.length);
  const values = new Float64Array(2 * indices.length);
  indices.forEach((other, at) => {
    const row = Math.floor(at / reach);
    others[next[row]] = other;
    values[next[row]++] = conditional[at];
    others[next[other]] = row;
    values[next[other]++] = conditional[at];
  });
  return { count, starts, others, values };
}
