import { doubleZeros, type DoubleMatrix } from './doubleMatrix';

/**
 * The inverse of a small positive definite matrix [n, n] by Gauss and Jordan: no rows need be exchanged, and nothing
 * waits for a runtime. A column without variation is left out: its row and column of the inverse are 0.
 */
export function positiveInverse({ rows: size, values }: DoubleMatrix): DoubleMatrix {
  const matrix = values.slice();
  const inverse = doubleZeros(size, size);
  for (let row = 0; row < size; row++) inverse.values[row * size + row] = 1;
  const both = [matrix, inverse.values];
  for (let pivot = 0; pivot < size; pivot++) {
    const left = matrix[pivot * size + pivot];
    scaleRow(both, { size, row: pivot, factor: left > 0 ? 1 / left : 0 });
    for (let row = 0; row < size; row++) if (row !== pivot) takeRow(both, { size, row, pivot });
  }
  return inverse;
}

function scaleRow(
  matrices: Float64Array[],
  { size, row, factor }: { size: number; row: number; factor: number },
) {
  for (const values of matrices) {
    for (let at = row * size; at < (row + 1) * size; at++) values[at] *= factor;
  }
}

function takeRow(
  matrices: Float64Array[],
  { size, row, pivot }: { size: number; row: number; pivot: number },
) {
  const factor = matrices[0][row * size + pivot];
  if (factor === 0) return;
  for (const values of matrices) {
    for (let at = 0; at < size; at++) values[row * size + at] -= factor * values[pivot * size + at];
  }
}
