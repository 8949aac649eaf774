import { type DoubleMatrix } from '../../linear/doubleMatrix';

/** The numbers of `values` in reference/ridge.py: [rows, columns], between -0.5 and 0.5. */
export function referenceValues(rows: number, columns: number, seed: number): DoubleMatrix {
  const values = Float64Array.from({ length: rows * columns }, (_, index) => {
    const value = (Math.sin(12.9898 * (index + 1) + 78.233 * seed) * 43758.5453) % 1;
    return (value < 0 ? value + 1 : value) - 0.5;
  });
  return { rows, columns, values };
}

/** The rows of a matrix, as the reference has them. */
export const rowsAsLists = ({ rows, columns, values }: DoubleMatrix): number[][] =>
  Array.from({ length: rows }, (_, row) => Array.from(values.subarray(row * columns, (row + 1) * columns)));
