import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';

/** Which samples of a feature stand beside the recording's. */
export interface DelayOptions {
  /** In samples; positive: the recording follows the feature, so that its row i has the feature's i - delay. */
  delays: readonly number[];
  /** How many of the feature's samples come before the recording's first; none where it is not told. */
  before?: number;
  /** How many samples the recording has; as many as the feature where it is not told. */
  samples?: number;
}

/**
 * The columns of a finite-impulse-response model: [samples, delays * columns], first all columns at the first delay, as
 * the voxelwise tutorials' Delayer has them. What lies outside of the feature is 0.
 */
export function delayed(feature: DoubleMatrix, options: DelayOptions): DoubleMatrix {
  const { delays, before = 0, samples = feature.rows } = options;
  const { columns } = feature;
  const result = doubleZeros(samples, delays.length * columns);
  delays.forEach((delay, place) => {
    for (let sample = 0; sample < samples; sample++) {
      const from = sample + before - delay;
      if (from < 0 || from >= feature.rows) continue;
      const row = feature.values.subarray(from * columns, (from + 1) * columns);
      result.values.set(row, sample * result.columns + place * columns);
    }
  });
  return result;
}
