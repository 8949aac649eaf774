import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { type Matrix } from '../../matrix/matrix';

/** A matrix in single precision. */
export function single({ rows, columns, values }: DoubleMatrix): Matrix {
  return { rows, columns, values: Float32Array.from(values) };
}
