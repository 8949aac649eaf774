import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centred } from './centred';
import { fromColumns, type Matrix, matrixOf, rowOf } from './matrix';
import { multiply, transposed } from './multiply';
import { rowProduct } from './rowProduct';
import { squaredDistance } from './squaredDistance';

const number = fc.integer({ min: -9, max: 9 });
const size = fc.integer({ min: 1, max: 5 });
/** Whole numbers, so that products and sums are exact. */
const matrixOfSize = (rows: number, columns: number): fc.Arbitrary<Matrix> =>
  fc
    .array(number, { minLength: rows * columns, maxLength: rows * columns })
    .map((values) => matrixOf(Float32Array.from(values), columns));
const matrices = fc.tuple(size, size).chain(([rows, columns]) => matrixOfSize(rows, columns));
const chains = fc
  .tuple(size, size, size, size)
  .chain(([a, b, c, d]) => fc.tuple(matrixOfSize(a, b), matrixOfSize(b, c), matrixOfSize(c, d)));

describe('matrix', () => {
  it('has the rows and columns that it was made of', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const columns = Array.from({ length: matrix.columns }, (_, column) =>
          Float32Array.from({ length: matrix.rows }, (__, row) => rowOf(matrix, row)[column]),
        );
        expect(fromColumns(...columns)).toEqual(matrix);
      }),
    );
    expect(() => matrixOf(new Float32Array(5), 2)).toThrow('invalid values: 5 numbers (whole rows of 2)');
  });
});

describe('multiply', () => {
  it('is associative, and turns round when transposed', () => {
    fc.assert(
      fc.property(chains, ([a, b, c]) => {
        expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)));
        expect(transposed(multiply(a, b))).toEqual(multiply(transposed(b), transposed(a)));
        expect(transposed(transposed(a))).toEqual(a);
      }),
    );
  });

  it('is worked by hand', () => {
    const left = matrixOf(Float32Array.of(1, 2, 3, 4, 5, 6), 3);
    const right = matrixOf(Float32Array.of(7, 8, 9, 10, 11, 12), 2);
    expect([...multiply(left, right).values]).toEqual([58, 64, 139, 154]);
    expect(() => multiply(left, left)).toThrow('invalid right: 2 rows (as many as the left has columns, 3)');
  });
});

describe('rowProduct and squaredDistance', () => {
  it('go together: |a - b|^2 = a.a - 2 a.b + b.b', () => {
    fc.assert(
      fc.property(matrices, fc.nat(), fc.nat(), (matrix, some, others) => {
        const [one, other] = [some % matrix.rows, others % matrix.rows];
        const product = (a: number, b: number) => rowProduct(matrix, a, rowOf(matrix, b));
        expect(squaredDistance(matrix, one, other)).toBe(
          product(one, one) - 2 * product(one, other) + product(other, other),
        );
      }),
    );
  });
});

describe('centred', () => {
  it('has columns of mean 0, and leaves distances as they are', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const centre = centred(matrix);
        const ones = new Float32Array(matrix.rows).fill(1);
        const sums = multiply(matrixOf(ones, matrix.rows), centre).values;
        sums.forEach((sum) => expect(sum).toBeCloseTo(0, 4));
        const last = matrix.rows - 1;
        expect(squaredDistance(centre, 0, last)).toBeCloseTo(squaredDistance(matrix, 0, last), 3);
      }),
    );
  });
});
