import { mean } from './mean';

/** Single precision leaves a trace of variation in a constant series. */
const rounding = 1e-6;

/**
 * Pearson's correlation of two series of one length, in [-1, 1]; null where they have fewer than three values, or where
 * either is still: its standard deviation is at most `stillness`, below which r would only weigh noise.
 */
export function correlation(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
  { stillness = rounding }: { stillness?: number } = {},
): number | null {
  const count = one.length;
  const [meanOne, meanOther] = [mean(one), mean(other)];
  let [product, squareOne, squareOther] = [0, 0, 0];
  for (let index = 0; index < count; index++) {
    const [a, b] = [one[index] - meanOne, other[index] - meanOther];
    product += a * b;
    squareOne += a * a;
    squareOther += b * b;
  }
  const least = count * stillness ** 2;
  if (count < 3 || squareOne <= least || squareOther <= least) return null;
  return product / Math.sqrt(squareOne * squareOther);
}
