/**
 * The value below which a share of `sorted` lies, linearly between its neighbours (type 7 of Hyndman and Fan
 * 1996, numpy's own).
 *
 * @param sorted ascending, at least one
 * @param share 0..1
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/** The quantile of values in any order. */
export const quantileOf = (values: ArrayLike<number>, share: number): number =>
  quantile(Float64Array.from(values).sort(), share);

/** The value in the middle; of an even number of them, the mean of the two. */
export const median = (values: ArrayLike<number>): number => quantileOf(values, 0.5);
