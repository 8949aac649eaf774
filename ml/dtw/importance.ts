/** How much each point of a query counts in the comparison. */
export interface Importance {
  /** One weight for each query point, not negative, 1 on the mean. */
  weights: Float64Array;
  /**
   * Where the weights change, in points from the query's start (0 to its length), and by how much they fall there: the
   * weighted sum over the stretch of a curve from point s on is the sum of `fall` times the curve's running sum at s + `at`.
   */
  edges: readonly { at: number; fall: number }[];
  /** The weights' sum: the number of query points but for rounding. */
  total: number;
}

/**
 * The importance of a query's `points` points, each given by a weight from 0 on, of which only the proportions count:
 * they are scaled to be 1 on the mean, so that a weighted cost reads like one without weights. RangeError where a weight
 * is negative or no number, where their number is not that of the points, and where all are 0.
 */
export function importanceOf(given: ArrayLike<number>, points: number): Importance {
  const values = Array.from(given);
  if (values.length !== points) {
    throw new RangeError(`invalid importance: ${values.length} weights (one for each of ${points} points)`);
  }
  const wrong = values.find((weight) => !(weight >= 0 && weight < Infinity));
  if (wrong !== undefined) throw new RangeError(`invalid importance: ${wrong} (a number from 0 on)`);
  const sum = values.reduce((before, weight) => before + weight, 0);
  if (sum === 0) throw new RangeError('invalid importance: 0 everywhere (let some moment count)');
  const isEven = values.every((weight) => weight === values[0]);
  const weights = Float64Array.from(values, (weight) => (isEven ? 1 : (weight * points) / sum));
  return { weights, edges: edgesOf(weights), total: weights.reduce((before, weight) => before + weight, 0) };
}

function edgesOf(weights: Float64Array): { at: number; fall: number }[] {
  return Array.from({ length: weights.length + 1 }, (_, at) => ({
    at,
    fall: (at > 0 ? weights[at - 1] : 0) - (at < weights.length ? weights[at] : 0),
  })).filter(({ fall }) => fall !== 0);
}
