/** A window that keeps less than this share of a series' squares stands still. */
const rounding = 1e-12;

/** A series about its mean, with sums up to each sample, from which those of any window follow. */
export interface SummedSeries {
  values: Float64Array;
  /** [samples + 1] */
  sums: Float64Array;
  /** [samples + 1] */
  squares: Float64Array;
  /** Of no different values, within rounding. */
  still: boolean;
}

/** Prepares a series to be correlated at many lags. */
export function summedSeries(series: Float64Array): SummedSeries {
  const count = series.length;
  const mean = series.reduce((sum, value) => sum + value, 0) / count;
  const values = series.map((value) => value - mean);
  const [sums, squares] = [new Float64Array(count + 1), new Float64Array(count + 1)];
  for (let at = 0; at < count; at++) {
    sums[at + 1] = sums[at] + values[at];
    squares[at + 1] = squares[at] + values[at] ** 2;
  }
  return { values, sums, squares, still: !(squares[count] > rounding ** 2 * count * mean ** 2) };
}

/**
 * Pearson's correlation of a feature and a rating at lags, over the samples that overlap: of feature[t] and
 * rating[t + lag], so that a positive lag has the rating after the feature.
 *
 * @param feature as long as the rating
 * @param lags in samples; less than three samples of overlap are none
 * @returns [lags], in [-1, 1]; 0 where either stands still over the overlap, which tells nothing
 */
export function laggedCorrelations(
  feature: SummedSeries,
  rating: SummedSeries,
  lags: readonly number[],
): Float64Array {
  return Float64Array.from(lags, (lag) => {
    const count = feature.values.length - Math.abs(lag);
    if (count < 3) return 0;
    const [one, other] = [Math.max(0, -lag), Math.max(0, lag)];
    const varianceOne = windowSquares(feature, one, count);
    const varianceOther = windowSquares(rating, other, count);
    if (varianceOne === 0 || varianceOther === 0) return 0;
    let product = 0;
    for (let at = 0; at < count; at++) product += feature.values[one + at] * rating.values[other + at];
    product -= (windowSum(feature, one, count) * windowSum(rating, other, count)) / count;
    return Math.max(-1, Math.min(1, product / Math.sqrt(varianceOne * varianceOther)));
  });
}

const windowSum = ({ sums }: SummedSeries, from: number, count: number) => sums[from + count] - sums[from];

/** The sum of squares about the window's own mean; 0 where only rounding is left. */
function windowSquares(series: SummedSeries, from: number, count: number): number {
  const total = series.squares[series.squares.length - 1];
  const squares = series.squares[from + count] - series.squares[from];
  const left = squares - windowSum(series, from, count) ** 2 / count;
  return left > rounding * total ? left : 0;
}
