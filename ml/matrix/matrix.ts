/** Numbers in rows of one length, laid end to end: values[row * columns + column]. */
export interface Matrix {
  rows: number;
  columns: number;
  /** [rows * columns] */
  values: Float32Array;
}

/**
 * The matrix of so many columns whose rows lie end to end in `values`, which it shares.
 *
 * @throws RangeError where the last row is not whole.
 */
export function matrixOf(values: Float32Array, columns: number): Matrix {
  const rows = values.length / columns;
  if (!Number.isInteger(rows)) {
    throw new RangeError(`invalid values: ${values.length} numbers (whole rows of ${columns})`);
  }
  return { rows, columns, values };
}

/** A matrix of zeros, [rows, columns]. */
export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float32Array(rows * columns) };
}

/** The matrix [n, columns.length] of columns of one length n. */
export function fromColumns(...columns: Float32Array[]): Matrix {
  const matrix = zeros(columns[0].length, columns.length);
  columns.forEach((values, column) =>
    values.forEach((value, row) => (matrix.values[row * columns.length + column] = value)),
  );
  return matrix;
}

/** A row, [columns]: a view, by which it can be written too. */
export function rowOf({ columns, values }: Matrix, row: number): Float32Array {
  return values.subarray(row * columns, (row + 1) * columns);
}
