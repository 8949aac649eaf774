import { mean } from '../statistics/mean';
import { quantileOf } from '../statistics/quantile';

/**
 * The density of numbers at places, by a Gaussian kernel whose width is Silverman's rule of thumb (Silverman 1986,
 * equation 3.31): 0.9 min(s, interquartile range / 1.34) n^(-1/5). All zeros where the numbers do not differ.
 */
export function density(values: readonly number[], places: readonly number[]): number[] {
  const width = kernelWidth(values);
  if (!(width > 0)) return places.map(() => 0);
  const scale = 1 / (values.length * width * Math.sqrt(2 * Math.PI));
  return places.map(
    (place) =>
      scale * values.reduce((sum, value) => sum + Math.exp(-0.5 * ((place - value) / width) ** 2), 0),
  );
}

function kernelWidth(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  const deviation = Math.sqrt(squares / (values.length - 1));
  const spread = (quantileOf(values, 0.75) - quantileOf(values, 0.25)) / 1.34;
  return 0.9 * (spread > 0 ? Math.min(deviation, spread) : deviation) * values.length ** -0.2;
}
