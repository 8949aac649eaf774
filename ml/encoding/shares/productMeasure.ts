import { type DoubleMatrix } from '../../linear/doubleMatrix';

/** Of held-out stretches of a piece, [column]: what shares of its score are made of. */
export interface ShareSums {
  /** [part] sums of products of the measured with one part, and of the whole prediction with it. */
  withMeasured: Float64Array[];
  withPredicted: Float64Array[];
  measured: Float64Array;
  predicted: Float64Array;
}

/** Nothing yet. */
export function emptyShares(parts: number, columns: number): ShareSums {
  const zeros = () => new Float64Array(columns);
  const list = () => Array.from({ length: parts }, zeros);
  return { withMeasured: list(), withPredicted: list(), measured: zeros(), predicted: zeros() };
}

/** The measured and every part of the predictions, [rows, columns] each, of which rows [start, end) are one stretch. */
export interface SharedStretch {
  measured: DoubleMatrix;
  parts: readonly DoubleMatrix[];
  start: number;
  end: number;
}

/** Adds one held-out stretch, everything less its own mean over it. */
export function addShares(sums: ShareSums, { measured, parts, start, end }: SharedStretch): void {
  const { columns } = measured;
  const [y, ...xs] = [measured, ...parts].map((matrix) => centred(matrix, start, end));
  const whole = new Float64Array(y.length);
  for (const x of xs) for (let at = 0; at < whole.length; at++) whole[at] += x[at];
  addProducts(sums.measured, y, y);
  addProducts(sums.predicted, whole, whole);
  xs.forEach((x, part) => {
    addProducts(sums.withMeasured[part], y, x);
    addProducts(sums.withPredicted[part], whole, x);
  });

  function addProducts(sum: Float64Array, one: Float64Array, other: Float64Array): void {
    for (let at = 0; at < one.length; at++) sum[at % columns] += one[at] * other[at];
  }
}

function centred({ columns, values }: DoubleMatrix, start: number, end: number): Float64Array {
  const rows = values.slice(start * columns, end * columns);
  for (let column = 0; column < columns; column++) {
    let sum = 0;
    for (let at = column; at < rows.length; at += columns) sum += rows[at];
    for (let at = column; at < rows.length; at += columns) rows[at] -= sum / (end - start);
  }
  return rows;
}

/**
 * Each part's share of a score, [part][column]: the product measure, by which shares add up to the score (Pratt 1987; Dupre
 * la Tour et al. 2022). Of r: <y, part> / (|y| |prediction|); of R2: <2 y - prediction, part> / |y|^2, which adds up but for
 * what a wrong mean takes from R2. A share is negative where a part makes the prediction worse.
 */
export function sharesOf(sums: ShareSums, score: 'r' | 'r2'): Float64Array[] {
  return sums.withMeasured.map((withMeasured, part) =>
    withMeasured.map((product, column) => {
      const [y, x] = [sums.measured[column], sums.predicted[column]];
      if (score === 'r2') return y > 0 ? (2 * product - sums.withPredicted[part][column]) / y : 0;
      return x * y > 0 ? product / Math.sqrt(x * y) : 0;
    }),
  );
}
