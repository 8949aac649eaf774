import { quantileOf } from '@/ml/statistics/quantile';

/** The spread that Silverman's rule takes: the lesser of standard deviation and quartile range over 1.34. */
function spreadOf(values: readonly number[]): number {
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, values.length - 1));
  const quartiles = (quantileOf(values, 0.75) - quantileOf(values, 0.25)) / 1.34;
  return quartiles > 0 ? Math.min(deviation, quartiles) : deviation;
}

/**
 * The density of values at `places`, by a Gaussian kernel of the width of Silverman's rule of thumb (1986, eq. 3.31), relative to
 * its highest: 0..1; all 0 where fewer than two values differ.
 */
export function density(values: readonly number[], places: readonly number[]): number[] {
  const width = 0.9 * spreadOf(values) * values.length ** -0.2;
  if (!(width > 0)) return places.map(() => 0);
  const heights = places.map((place) =>
    values.reduce((sum, value) => sum + Math.exp(-0.5 * ((place - value) / width) ** 2), 0),
  );
  const highest = Math.max(...heights);
  return heights.map((height) => height / highest);
}
