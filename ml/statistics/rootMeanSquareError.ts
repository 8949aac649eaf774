/** The root of the mean squared difference of two series of one length, in their units; NaN of nothing. */
export function rootMeanSquareError(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < one.length; index++) sum += (one[index] - other[index]) ** 2;
  return Math.sqrt(sum / one.length);
}
