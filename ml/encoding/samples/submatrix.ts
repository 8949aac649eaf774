import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';

/** Some rows of a matrix: [rows.length, columns]. */
export function rowsOfMatrix(matrix: DoubleMatrix, rows: Int32Array): DoubleMatrix {
  const { columns } = matrix;
  const result = doubleZeros(rows.length, columns);
  for (let index = 0; index < rows.length; index++) {
    const from = rows[index] * columns;
    result.values.set(matrix.values.subarray(from, from + columns), index * columns);
  }
  return result;
}

/** Some rows and columns of a matrix: [rows.length, columns.length]. */
export function submatrix(matrix: DoubleMatrix, rows: Int32Array, columns: Int32Array): DoubleMatrix {
  const result = doubleZeros(rows.length, columns.length);
  for (let row = 0; row < rows.length; row++) {
    const [from, to] = [rows[row] * matrix.columns, row * columns.length];
    for (let column = 0; column < columns.length; column++) {
      result.values[to + column] = matrix.values[from + columns[column]];
    }
  }
  return result;
}

/** Some columns of a matrix: [rows, columns.length]. */
export function columnsOfMatrix(matrix: DoubleMatrix, columns: Int32Array): DoubleMatrix {
  return submatrix(
    matrix,
    Int32Array.from({ length: matrix.rows }, (_, row) => row),
    columns,
  );
}

/** The mean of each column, [columns]. */
export function columnMeans({ rows, columns, values }: DoubleMatrix): Float64Array {
  const means = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) means[column] += values[row * columns + column];
  }
  return means.map((sum) => sum / rows);
}

/** The mean of each row, [rows]. */
export function rowMeans({ rows, columns, values }: DoubleMatrix): Float64Array {
  const means = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) means[row] += values[row * columns + column];
  }
  return means.map((sum) => sum / columns);
}

/** Takes a number from each column, in place, and gives the matrix. */
export function lessByColumn(matrix: DoubleMatrix, numbers: Float64Array): DoubleMatrix {
  const { rows, columns, values } = matrix;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) values[row * columns + column] -= numbers[column];
  }
  return matrix;
}

/** Takes a number from each row, in place, and gives the matrix. */
export function lessByRow(matrix: DoubleMatrix, numbers: Float64Array): DoubleMatrix {
  const { rows, columns, values } = matrix;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) values[row * columns + column] -= numbers[row];
  }
  return matrix;
}
