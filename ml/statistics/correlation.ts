/** Pearson's correlation of two series of one length, in [-1, 1]; null where either does not vary or is too short. */
export function correlation(one: ArrayLike<number>, other: ArrayLike<number>): number | null {
  const count = one.length;
  const [meanOne, meanOther] = [meanOf(one), meanOf(other)];
  let [product, squareOne, squareOther] = [0, 0, 0];
  for (let index = 0; index < count; index++) {
    const [a, b] = [one[index] - meanOne, other[index] - meanOther];
    product += a * b;
    squareOne += a * a;
    squareOther += b * b;
  }
  // Single precision leaves a trace of variation in a constant series.
  const least = 1e-12 * count;
  if (count < 3 || squareOne <= least || squareOther <= least) return null;
  return product / Math.sqrt(squareOne * squareOther);
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index];
  return sum / values.length;
}
