import { mean } from './mean';
import { tQuantile } from './tQuantile';

/** An estimate and between what it lies with some confidence. */
export interface Interval {
  value: number;
  low: number;
  high: number;
}

/**
 * The mean of some values and the interval that Student's t gives it.
 *
 * @param outside the chance that the true mean lies outside of it, on either side: .05 for an interval of 95 %
 * @returns null of fewer than two values, which say nothing of their spread
 */
export function meanInterval(values: ArrayLike<number>, outside = 0.05): Interval | null {
  const count = values.length;
  if (count < 2) return null;
  const value = mean(values);
  const squares = Array.from(values).reduce((sum, each) => sum + (each - value) ** 2, 0);
  const half = tQuantile(outside, count - 1) * Math.sqrt(squares / (count - 1) / count);
  return { value, low: value - half, high: value + half };
}
