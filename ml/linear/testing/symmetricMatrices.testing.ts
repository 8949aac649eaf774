import fc from 'fast-check';
import { createRandom } from '../../random';
import { type DoubleMatrix, doubleZeros } from '../doubleMatrix';
import { plainProduct, productShape } from '../plainProduct';

/** A symmetric matrix, as far as `value` is of rows and columns alike. */
export function symmetricOf(rows: number, value: (row: number, column: number) => number): DoubleMatrix {
  const matrix = doubleZeros(rows, rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column <= row; column++) {
      const both = value(row, column);
      matrix.values[row * rows + column] = both;
      matrix.values[column * rows + row] = both;
    }
  }
  return matrix;
}

/** The product in plain loops. */
export function multiplied(
  left: DoubleMatrix,
  right: DoubleMatrix,
  transposes: { transposeLeft?: boolean; transposeRight?: boolean } = {},
): DoubleMatrix {
  const { rows, columns } = productShape(left, right, transposes);
  const result = doubleZeros(rows, columns);
  plainProduct(left, right, { ...transposes, result });
  return result;
}

/** Bell-shaped numbers, the same for the same seed. */
export function randomMatrix(rows: number, columns: number, seed: number): DoubleMatrix {
  const random = createRandom(seed, 'matrix');
  return { rows, columns, values: Float64Array.from({ length: rows * columns }, () => random.bell()) };
}

/** The sum of columns of `vectors` times their transposed, each times its value: vectors * diag(values) * vectors'. */
export function composed(vectors: DoubleMatrix, values: ArrayLike<number>): DoubleMatrix {
  const scaled = vectors.values.map((value, index) => value * values[index % vectors.columns]);
  return multiplied({ ...vectors, values: scaled }, vectors, { transposeRight: true });
}

/** The largest size among the differences of values. */
export function largestDifference(one: ArrayLike<number>, other: ArrayLike<number>): number {
  return Array.from(one).reduce((most, value, index) => Math.max(most, Math.abs(value - other[index])), 0);
}

/** How far the columns are from being orthonormal. */
export function distanceFromOrthonormal(matrix: DoubleMatrix): number {
  const unit = symmetricOf(matrix.columns, (row, column) => Number(row === column));
  return largestDifference(multiplied(matrix, matrix, { transposeLeft: true }).values, unit.values);
}

type Making = (rows: number, seed: number) => DoubleMatrix;

/** Kinds of matrices that decompositions are known to fail at. */
const kinds: Record<string, Making> = {
  full: (rows, seed) => {
    const { values } = randomMatrix(rows, rows, seed);
    return symmetricOf(rows, (row, column) => values[row * rows + column]);
  },
  'of lower rank': (rows, seed) => {
    const factor = randomMatrix(rows, 1 + (seed % rows), seed);
    return multiplied(factor, factor, { transposeRight: true });
  },
  'with repeated values': (rows, seed) => {
    const { values } = randomMatrix(rows, 1, seed);
    const square = values.reduce((sum, value) => sum + value * value, 0);
    return symmetricOf(
      rows,
      (row, column) => Number(row === column) - (2 * values[row] * values[column]) / square,
    );
  },
  'of rows that differ in size': (rows, seed) => {
    const { values } = randomMatrix(rows, rows, seed);
    const size = (index: number) => 10 ** (-(index * ((seed % 3) - 1) * 300) / rows / 2);
    return symmetricOf(rows, (row, column) => values[row * rows + column] * size(row) * size(column));
  },
  'of blocks': (rows, seed) => {
    const { values } = randomMatrix(rows, rows, seed);
    const block = 1 + (seed % rows);
    const together = (row: number, column: number) => Math.floor(row / block) === Math.floor(column / block);
    return symmetricOf(rows, (row, column) => (together(row, column) ? values[row * rows + column] : 0));
  },
  diagonal: (rows, seed) => {
    const { values } = randomMatrix(rows, 1, seed);
    return symmetricOf(rows, (row, column) => (row === column ? values[row] : 0));
  },
  'without a diagonal': (rows, seed) =>
    symmetricOf(rows, (row, column) => Number(row === column + 1 + (seed % 2))),
  'all one': (rows) => symmetricOf(rows, () => 1),
  zero: (rows) => doubleZeros(rows, rows),
};

/** The largest size among the values; 0 of nothing. */
export const largestOf = ({ values }: DoubleMatrix) =>
  largestDifference(values, new Float64Array(values.length));

/** Symmetric matrices of every kind, of 1 to 30 rows, with a largest value near 1, tiny or huge. */
export const symmetricMatrices: fc.Arbitrary<DoubleMatrix> = fc
  .record({
    kind: fc.constantFrom(...Object.keys(kinds)),
    rows: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 30 })),
    seed: fc.integer({ min: 0, max: 1_000_000 }),
    scale: fc.constantFrom(1, 1, 1e-290, 1e290, -3e5),
  })
  .map(({ kind, rows, seed, scale }) => {
    const matrix = kinds[kind](rows, seed);
    const largest = largestOf(matrix) || 1;
    return { ...matrix, values: matrix.values.map((value) => (value / largest) * scale) };
  });
