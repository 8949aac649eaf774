import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { product } from '../../linear/product';
import { symmetricEigen } from '../../linear/symmetricEigen';
import { type Design } from '../design/design';
import {
  columnMeans,
  lessByColumn,
  lessByRow,
  rowMeans,
  rowsOfMatrix,
  submatrix,
} from '../samples/submatrix';

/** A joined design, and how it is learned from. */
export interface RidgeDesign {
  form: Design['form'];
  /** [rows, columns] or the kernel [rows, rows] */
  matrix: DoubleMatrix;
  /** Whether every column has its mean over the training rows taken from it, which leaves the intercept unpenalised. */
  centred: boolean;
  threads: number;
}

/**
 * A ridge regression b = argmin |X b - y|^2 + alpha |b|^2 before its targets and penalties are told. Coefficients shrink by
 * S^2 / (S^2 + alpha), where S are the singular values of X, as in himalaya and scikit-learn (Huth's own code has
 * alpha^2). Held-out predictions are side * diag(1 / (values + alpha)) * basis' * y in either form, where side is
 * `heldOutSide`.
 */
export interface Ridge {
  /** The training rows. */
  rows: Int32Array;
  /** [k] S^2, at least 0. */
  values: Float64Array;
  /** [train, k] */
  basis: DoubleMatrix;
  /** What brings shrunken coordinates back to coefficients, [columns, k], or to dual ones, [train, k]. */
  vectors: DoubleMatrix;
  /** Of each column, or of each training row's kernel, over the training rows; zeros where nothing is centred. */
  means: Float64Array;
}

/** What is decomposed: X'X of the primal form, or XX', of columns without their mean over the training rows. */
export interface CentredRows {
  rows: Int32Array;
  /** [columns, columns] or [train, train] */
  square: DoubleMatrix;
  /** [train, columns] of the primal form. */
  columns: DoubleMatrix | null;
  means: Float64Array;
}

/** The training rows of a design, ready to be decomposed. */
export async function centredRows(design: RidgeDesign, rows: Int32Array): Promise<CentredRows> {
  const { form, matrix, centred, threads } = design;
  if (form === 'primal') {
    const columns = rowsOfMatrix(matrix, rows);
    const means = centred ? columnMeans(columns) : new Float64Array(matrix.columns);
    lessByColumn(columns, means);
    const square = await product(columns, columns, { transposeLeft: true, threads });
    return { rows, square, columns, means };
  }
  const kernel = submatrix(matrix, rows, rows);
  const means = centred ? columnMeans(kernel) : new Float64Array(rows.length);
  return {
    rows,
    square: lessByRow(lessByColumn(kernel, aboveTheirMean(means)), means),
    columns: null,
    means,
  };
}

/** Decomposes the training rows of a design. */
export async function trainRidge(design: RidgeDesign, rows: Int32Array): Promise<Ridge> {
  const { square, columns, means } = await centredRows(design, rows);
  const { values, vectors } = symmetricEigen(square);
  const basis = columns ? await product(columns, vectors, { threads: design.threads }) : vectors;
  return { rows, values: values.map((value) => Math.max(0, value)), basis, vectors, means };
}

/** The held-out rows' side of the predictions, [test, k]. */
export async function heldOutSide(
  ridge: Pick<Ridge, 'rows' | 'vectors' | 'means'>,
  design: RidgeDesign,
  rows: Int32Array,
): Promise<DoubleMatrix> {
  const { form, matrix, centred, threads } = design;
  if (form === 'primal') {
    return product(lessByColumn(rowsOfMatrix(matrix, rows), ridge.means), ridge.vectors, { threads });
  }
  const kernel = submatrix(matrix, rows, ridge.rows);
  // (x - m).(x_j - m) by the kernels' own means, where m is the training rows' mean.
  if (centred) lessByRow(lessByColumn(kernel, aboveTheirMean(ridge.means)), rowMeans(kernel));
  return product(kernel, ridge.vectors, { threads });
}

function aboveTheirMean(means: Float64Array): Float64Array {
  const whole = means.reduce((sum, mean) => sum + mean, 0) / means.length;
  return means.map((mean) => mean - whole);
}

/** basis' * y, [k, targets]: computed once for all penalties. */
export const coordinates = ({ basis }: Ridge, y: DoubleMatrix, threads: number): Promise<DoubleMatrix> =>
  product(basis, y, { transposeLeft: true, threads });

/** The shrunken coordinates, [k, targets]: each column by its own penalty. */
export function shrunken({ values }: Ridge, found: DoubleMatrix, alphas: Float64Array): DoubleMatrix {
  const { rows, columns } = found;
  const result = doubleZeros(rows, columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      // Without any penalty, directions in which the features do not vary are left out.
      const size = values[row] + alphas[column];
      result.values[at] = size > 0 ? found.values[at] / size : 0;
    }
  }
  return result;
}
