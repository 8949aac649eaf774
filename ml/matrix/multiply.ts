import { type Matrix, rowOf, zeros } from './matrix';
import { rowProduct } from './rowProduct';

/**
 * The product [n, m] of matrices [n, k] and [k, m], each value summed in double precision.
 *
 * @throws RangeError where the left has not as many columns as the right has rows.
 */
export function multiply(left: Matrix, right: Matrix): Matrix {
  if (left.columns !== right.rows) {
    throw new RangeError(
      `invalid right: ${right.rows} rows (as many as the left has columns, ${left.columns})`,
    );
  }
  const product = zeros(left.rows, right.columns);
  const factors = transposed(right);
  for (let row = 0; row < product.rows; row++) {
    const sums = rowOf(product, row);
    for (let column = 0; column < product.columns; column++) {
      sums[column] = rowProduct(left, row, rowOf(factors, column));
    }
  }
  return product;
}

/** [columns, rows]: rows as columns and columns as rows. */
export function transposed({ rows, columns, values }: Matrix): Matrix {
  const turned = zeros(columns, rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      turned.values[column * rows + row] = values[row * columns + column];
    }
  }
  return turned;
}
