import { type Matrix } from './matrix';

/** The squared Euclidean distance of two rows. */
export function squaredDistance({ values, columns }: Matrix, one: number, other: number): number {
  let sum = 0;
  for (let a = one * columns, b = other * columns, end = a + columns; a < end; a++, b++) {
    const difference = values[a] - values[b];
    sum += difference * difference;
  }
  return sum;
}
