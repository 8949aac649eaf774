import { type DoubleMatrix } from './doubleMatrix';

/**
 * The rows of a square matrix of finite values.
 *
 * @throws RangeError for one that is not square, or has another value.
 */
export function requireSquare({ rows, columns, values }: DoubleMatrix): number {
  if (rows !== columns)
    throw new RangeError(`invalid matrix: ${rows} x ${columns} (as many columns as rows)`);
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) {
    const at = `row ${Math.floor(wrong / columns)}, column ${wrong % columns}`;
    throw new RangeError(`invalid matrix: ${values[wrong]} in ${at} (finite numbers)`);
  }
  return rows;
}

/** The power of two, by which numbers are divided without rounding, that brings the largest size among them near 1. */
export function powerOfTwoNear(...arrays: Float64Array[]): number {
  let largest = 0;
  for (const values of arrays) for (const value of values) largest = Math.max(largest, Math.abs(value));
  return largest === 0 ? 1 : 2 ** Math.max(-1000, Math.floor(Math.log2(largest)));
}
