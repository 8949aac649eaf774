import { doubleMatrixOf, doubleZeros, type DoubleMatrix } from '../linear/doubleMatrix';

/** Helmert's contrasts, each level against the mean of those before it: [levels - 1, levels], rows orthonormal. */
export function orthonormalContrasts(levels: number): DoubleMatrix {
  const contrasts = doubleZeros(levels - 1, levels);
  for (let row = 0; row < levels - 1; row++) {
    const length = Math.sqrt((row + 1) * (row + 2));
    contrasts.values.fill(-1 / length, row * levels, row * levels + row + 1);
    contrasts.values[row * levels + row + 1] = (row + 1) / length;
  }
  return contrasts;
}

/** The mean of all levels, of length 1: [1, levels]. */
export const meanContrast = (levels: number): DoubleMatrix =>
  doubleMatrixOf(new Float64Array(levels).fill(1 / Math.sqrt(levels)), levels);

/** The Kronecker product: [rows of one x rows of other, columns of one x columns of other]. */
export function kronecker(one: DoubleMatrix, other: DoubleMatrix): DoubleMatrix {
  const columns = one.columns * other.columns;
  const product = doubleZeros(one.rows * other.rows, columns);
  one.values.forEach((left, atOne) =>
    other.values.forEach((right, atOther) => {
      const row = Math.floor(atOne / one.columns) * other.rows + Math.floor(atOther / other.columns);
      const column = (atOne % one.columns) * other.columns + (atOther % other.columns);
      product.values[row * columns + column] = left * right;
    }),
  );
  return product;
}
