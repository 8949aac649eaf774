import { type DoubleMatrix, doubleZeros } from './doubleMatrix';

/** Rows and columns from the first to before the last. */
export interface Block {
  rows: [first: number, end: number];
  columns: [first: number, end: number];
}

/** A block of a matrix, copied. */
export function copyBlock(matrix: DoubleMatrix, { rows, columns }: Block): DoubleMatrix {
  const block = doubleZeros(rows[1] - rows[0], columns[1] - columns[0]);
  for (let row = 0; row < block.rows; row++) {
    const at = (rows[0] + row) * matrix.columns;
    block.values.set(matrix.values.subarray(at + columns[0], at + columns[1]), row * block.columns);
  }
  return block;
}

/** Rows from the first to before the last: a view, by which they can be written too. */
export function rowsOf({ columns, values }: DoubleMatrix, first: number, end: number): DoubleMatrix {
  return { rows: end - first, columns, values: values.subarray(first * columns, end * columns) };
}
