import { mean } from '../statistics/mean';

/** A series at mean 0 and standard deviation 1; all zeros where it is constant, which drives nothing. */
export function standardised(values: Float64Array): Float64Array {
  const middle = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / values.length;
  const spread = Math.sqrt(variance);
  if (!(spread > 1e-12 * Math.max(1, Math.abs(middle)))) return new Float64Array(values.length);
  return values.map((value) => (value - middle) / spread);
}

/** Adds `share` of the variance as `signal`, which is at standard deviation 1, to a series. */
export function addShare(sum: Float64Array, signal: Float64Array, share: number): void {
  const level = Math.sqrt(share);
  for (let sample = 0; sample < sum.length; sample++) sum[sample] += level * signal[sample];
}
