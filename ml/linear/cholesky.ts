import { copyBlock } from './block';
import { type DoubleMatrix, doubleZeros } from './doubleMatrix';
import { product, type ProductOptions } from './product';
import { requireSquare } from './square';

/** Columns that are factored in plain loops before the rest is updated by one product. */
const blockWidth = 64;

/**
 * The lower triangular factor L [n, n] of a positive definite matrix K = L L' [n, n], of which the lower triangle is
 * read: by blocks of columns, the rest updated by one product after each.
 *
 * @throws RangeError for a matrix that is not square, has a value that is not finite, or is not positive definite.
 */
export async function cholesky(
  matrix: DoubleMatrix,
  options: Pick<ProductOptions, 'threads'> = {},
): Promise<DoubleMatrix> {
  const size = requireSquare(matrix);
  const factor = doubleZeros(size, size);
  for (let row = 0; row < size; row++) {
    factor.values.set(matrix.values.subarray(row * size, row * size + row + 1), row * size);
  }
  for (let first = 0; first < size; first += blockWidth) {
    const end = Math.min(size, first + blockWidth);
    for (let column = first; column < end; column++) factorColumn(factor, column, first);
    const below = copyBlock(factor, { rows: [end, size], columns: [first, end] });
    takeLower(factor, await product(below, below, { ...options, transposeRight: true }));
  }
  return factor;
}

/** Finishes a column from those of its block before it, which begins at `first`. */
function factorColumn({ rows, values }: DoubleMatrix, column: number, first: number): void {
  const own = values.subarray(column * rows + first, column * rows + column);
  const square = values[column * rows + column] - innerProduct(own, own);
  if (!(square > 0)) {
    throw new RangeError(
      `invalid matrix: ${square} left in row ${column} (a positive definite matrix, as one with a larger ridge)`,
    );
  }
  const root = Math.sqrt(square);
  values[column * rows + column] = root;
  for (let row = column + 1; row < rows; row++) {
    const at = row * rows + column;
    const others = values.subarray(row * rows + first, at);
    values[at] = (values[at] - innerProduct(own, others)) / root;
  }
}

function innerProduct(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += one[i] * other[i];
  return sum;
}

/** Takes the lower triangle of a smaller square matrix from the last rows and columns. */
function takeLower(matrix: DoubleMatrix, smaller: DoubleMatrix): void {
  const first = matrix.rows - smaller.rows;
  for (let row = 0; row < smaller.rows; row++) {
    const at = (first + row) * matrix.columns + first;
    for (let column = 0; column <= row; column++) {
      matrix.values[at + column] -= smaller.values[row * smaller.columns + column];
    }
  }
}
