/** Numbers in double precision, in rows of one length laid end to end: values[row * columns + column]. */
export interface DoubleMatrix {
  rows: number;
  columns: number;
  /** [rows * columns] */
  values: Float64Array;
}

/** A matrix of zeros, [rows, columns]. */
export function doubleZeros(rows: number, columns: number): DoubleMatrix {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/**
 * The matrix of so many columns whose rows lie end to end in `values`, which it shares.
 *
 * @throws RangeError where the last row is not whole.
 */
export function doubleMatrixOf(values: Float64Array, columns: number): DoubleMatrix {
  const rows = columns === 0 ? 0 : values.length / columns;
  if (!Number.isInteger(rows)) {
    throw new RangeError(`invalid values: ${values.length} numbers (whole rows of ${columns})`);
  }
  return { rows, columns, values };
}

/** A row, [columns]: a view, by which it can be written too. */
export function doubleRowOf({ columns, values }: DoubleMatrix, row: number): Float64Array {
  return values.subarray(row * columns, (row + 1) * columns);
}

/** A column, [rows], copied. */
export function doubleColumnOf({ rows, columns, values }: DoubleMatrix, column: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => values[row * columns + column]);
}
