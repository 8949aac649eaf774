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

/** Adds one held-out stretch, each side less its own mean over it; errors are those of the values as they are. */
export function addStretch(
  sums: PieceSums,
  { measured, predicted }: { measured: Matrix; predicted: Matrix },
  { start, end, columns }: SummedRows,
): void {
  const raw = rawSums({ measured, predicted }, start, end);
  const count = end - start;
  columns.forEach((to, column) => {
    const [y, x] = [raw.y[column], raw.x[column]];
    const [yy, xx, xy] = [raw.yy[column], raw.xx[column], raw.xy[column]];
    sums.product[to] += xy - (x * y) / count;
    sums.measured[to] += yy - (y * y) / count;
    sums.predicted[to] += Math.max(0, xx - (x * x) / count);
    sums.errors[to] += yy - 2 * xy + xx;
  });
}

function rawSums(
  { measured, predicted }: { measured: Matrix; predicted: Matrix },
  start: number,
  end: number,
): Record<'x' | 'y' | 'xx' | 'yy' | 'xy', Float64Array> {
  const { columns } = measured;
  const [x, y, xx, yy, xy] = Array.from({ length: 5 }, () => new Float64Array(columns));
  for (let row = start; row < end; row++) {
    const first = row * columns;
    for (let column = 0; column < columns; column++) {
      const [one, other] = [predicted.values[first + column], measured.values[first + column]];
      x[column] += one;
      y[column] += other;
      xx[column] += one * one;
      yy[column] += other * other;
      xy[column] += one * other;
    }
  }
  return { x, y, xx, yy, xy };
}

/** The tested score of every column: Pearson's correlation, or 1 - errors / squares about the mean; 0 where constant. */
export function scoreOfSums(sums: PieceSums, score: 'r' | 'r2'): Float64Array {
  return sums.product.map((product, column) => {
    const [measured, predicted] = [sums.measured[column], sums.predicted[column]];
    if (score === 'r2') return measured > 0 ? 1 - sums.errors[column] / measured : 0;
    return measured * predicted > 0 ? product / Math.sqrt(measured * predicted) : 0;
  });
}
