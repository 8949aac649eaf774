import { type Matrix } from '../../matrix/matrix';

/** Over the held-out stretches of a piece, [column]: what its scores are made of. */
export interface PieceSums {
  product: Float64Array;
  measured: Float64Array;
  predicted: Float64Array;
  errors: Float64Array;
}

/** Nothing yet. */
export const emptySums = (columns: number): PieceSums => ({
  product: new Float64Array(columns),
  measured: new Float64Array(columns),
  predicted: new Float64Array(columns),
  errors: new Float64Array(columns),
});

/** Rows [start, end) of both matrices, and where their columns belong in the sums. */
export interface SummedRows {
  start: number;
  end: number;
  columns: Int32Array;
}

/** What held-out measurements are made of, which no surrogate changes: sums and sums of squares, [column]. */
export interface MeasuredSums {
  y: Float64Array;
  yy: Float64Array;
}

/** The sums of rows [start, end). */
export function measuredSums({ columns, values }: Matrix, start: number, end: number): MeasuredSums {
  const [y, yy] = [new Float64Array(columns), new Float64Array(columns)];
  for (let row = start; row < end; row++) {
    for (let column = 0, at = row * columns; column < columns; column++, at++) {
      y[column] += values[at];
      yy[column] += values[at] * values[at];
    }
  }
  return { y, yy };
}

/** Adds one held-out stretch, each side less its own mean over it; errors are those of the values as they are. */
export function addStretch(
  sums: PieceSums,
  { measured, predicted, known }: { measured: Matrix; predicted: Matrix; known: MeasuredSums },
  { start, end, columns }: SummedRows,
): void {
  const { x, xx, xy } = predictedSums({ measured, predicted }, start, end);
  const count = end - start;
  for (let column = 0; column < columns.length; column++) {
    const to = columns[column];
    const [y, yy] = [known.y[column], known.yy[column]];
    sums.product[to] += xy[column] - (x[column] * y) / count;
    sums.measured[to] += yy - (y * y) / count;
    sums.predicted[to] += Math.max(0, xx[column] - (x[column] * x[column]) / count);
    sums.errors[to] += yy - 2 * xy[column] + xx[column];
  }
}

function predictedSums(
  { measured, predicted }: { measured: Matrix; predicted: Matrix },
  start: number,
  end: number,
): Record<'x' | 'xx' | 'xy', Float64Array> {
  const { columns } = measured;
  const [x, xx, xy] = Array.from({ length: 3 }, () => new Float64Array(columns));
  const [ys, xs] = [measured.values, predicted.values];
  for (let row = start; row < end; row++) {
    for (let column = 0, at = row * columns; column < columns; column++, at++) {
      const value = xs[at];
      x[column] += value;
      xx[column] += value * value;
      xy[column] += value * ys[at];
    }
  }
  return { x, xx, xy };
}

/** The tested score of every column: Pearson's correlation, or 1 - errors / squares about the mean; 0 where constant. */
export function scoreOfSums(sums: PieceSums, score: 'r' | 'r2'): Float64Array {
  return sums.product.map((product, column) => {
    const [measured, predicted] = [sums.measured[column], sums.predicted[column]];
    if (score === 'r2') return measured > 0 ? 1 - sums.errors[column] / measured : 0;
    return measured * predicted > 0 ? product / Math.sqrt(measured * predicted) : 0;
  });
}
