import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';

/** Columns of matrices with the same rows beside each other. */
export function besides(parts: readonly DoubleMatrix[]): DoubleMatrix {
  const result = doubleZeros(
    parts[0].rows,
    parts.reduce((sum, { columns }) => sum + columns, 0),
  );
  let first = 0;
  for (const { rows, columns, values } of parts) {
    for (let row = 0; row < rows; row++) {
      result.values.set(values.subarray(row * columns, (row + 1) * columns), row * result.columns + first);
    }
    first += columns;
  }
  return result;
}
