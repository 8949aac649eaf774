import { type Matrix } from './matrix';

/** The inner product of a row with as many weights, summed in double precision. */
export function rowProduct({ values, columns }: Matrix, row: number, weights: ArrayLike<number>): number {
  let sum = 0;
  for (let column = 0, at = row * columns; column < columns; column++, at++) {
    sum += weights[column] * values[at];
  }
  return sum;
}
