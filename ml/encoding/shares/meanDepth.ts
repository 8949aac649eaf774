import { mean } from '../../statistics/mean';
import { tQuantile } from '../../statistics/tQuantile';
import { type Estimate } from '../encodingReport';

/** Fewer participants than this do not say how a mean depth would vary. */
const fewest = 3;

/**
 * The mean place of layers, each weighted by what its own model predicts: 1 where only the first predicts, the number of
 * layers where only the last does. Scores below 0 count as none. With its interval of 95 % by leaving out one participant
 * at a time (the jackknife, Student's t; Efron and Tibshirani 1993, chapter 11), kept within the layers.
 *
 * @param scores [layer][participant]
 * @returns null where no layer predicts anything; without an interval for fewer than three participants, or where
 *   without one of them no layer would
 */
export function meanDepth(scores: readonly (readonly number[])[]): Estimate | null {
  const value = weightedPlace(scores.map(mean));
  if (value === null) return null;
  const count = scores[0].length;
  const without = Array.from({ length: count }, (_, left) =>
    weightedPlace(scores.map((row) => mean(row.filter((__, participant) => participant !== left)))),
  ).filter((place) => place !== null);
  if (count < fewest || without.length < count) return { value, low: null, high: null };
  const middle = mean(without);
  const squares = without.reduce((sum, place) => sum + (place - middle) ** 2, 0);
  const half = tQuantile(0.05, count - 1) * Math.sqrt(((count - 1) / count) * squares);
  return { value, low: Math.max(1, value - half), high: Math.min(scores.length, value + half) };
}

function weightedPlace(means: readonly number[]): number | null {
  const weights = means.map((score) => Math.max(0, score));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(whole > 0)) return null;
  return weights.reduce((sum, weight, place) => sum + (weight / whole) * (place + 1), 0);
}
