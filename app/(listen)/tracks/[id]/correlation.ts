/** Below this standard deviation a series is still, and correlating with it would only weigh its noise. */
const stillness = 0.02;

/**
 * Pearson's correlation of two series of one length, in [-1, 1]; null where either hardly moves, because r
 * says nothing then.
 */
export function correlationOf(one: Float32Array, other: Float32Array): number | null {
  const count = Math.min(one.length, other.length);
  const meanOne = mean(one, count);
  const meanOther = mean(other, count);
  let product = 0;
  let squareOne = 0;
  let squareOther = 0;
  for (let index = 0; index < count; index++) {
    const a = one[index] - meanOne;
    const b = other[index] - meanOther;
    product += a * b;
    squareOne += a * a;
    squareOther += b * b;
  }
  const least = count * stillness ** 2;
  if (count < 3 || squareOne < least || squareOther < least) return null;
  return product / Math.sqrt(squareOne * squareOther);
}

/** The mean of the first `count` values. */
export function mean(values: Float32Array, count = values.length): number {
  let sum = 0;
  for (let index = 0; index < count; index++) sum += values[index];
  return sum / count;
}
