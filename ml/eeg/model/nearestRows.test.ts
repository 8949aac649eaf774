import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixOf, rowOf, zeros, type Matrix } from '../../matrix/matrix';
import { rowProduct } from '../../matrix/rowProduct';
import { joinedSpaces, meanDirection } from './joinedSpaces';
import { nearestRows } from './nearestRows';

const columns = 3;
/** Whole numbers, so that products are exact and ties come up. */
const matrices = (rows: number) =>
  fc
    .array(fc.integer({ min: -3, max: 3 }), { minLength: rows * columns, maxLength: rows * columns })
    .map((values) => matrixOf(Float32Array.from(values), columns));

/** Rows of unit length. */
function unit(matrix: Matrix): Matrix {
  const values = matrix.values.slice();
  for (let row = 0; row < matrix.rows; row++) {
    const own = values.subarray(row * columns, (row + 1) * columns);
    const length = Math.hypot(...own) || 1;
    own.forEach((value, column) => (own[column] = value / length));
  }
  return matrixOf(values, columns);
}

describe('nearestRows', () => {
  it('is the beginning of all rows in order', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }).chain(matrices),
        matrices(1),
        fc.integer({ min: 1, max: 15 }),
        (matrix, asked, limit) => {
          const sorted = Array.from({ length: matrix.rows }, (_, row) => ({
            row,
            similarity: rowProduct(matrix, row, asked.values),
          })).sort((a, b) => b.similarity - a.similarity || a.row - b.row);
          expect(nearestRows(matrix, asked.values, limit)).toEqual(sorted.slice(0, limit));
        },
      ),
    );
  });

  it('finds nothing among nothing, and refuses a vector of another length', () => {
    expect(nearestRows(zeros(0, 0), Float32Array.of(1), 3)).toEqual([]);
    expect(() => nearestRows(zeros(2, 3), Float32Array.of(1), 3)).toThrow('1 numbers (3, as rows have)');
  });
});

describe('joinedSpaces', () => {
  it('has the mean of the cosines of its spaces', () => {
    fc.assert(
      fc.property(fc.array(matrices(2), { minLength: 1, maxLength: 3 }), (spaces) => {
        const units = spaces.map(unit);
        const cosine = (matrix: Matrix) => rowProduct(matrix, 0, rowOf(matrix, 1));
        const mean = units.reduce((sum, each) => sum + cosine(each), 0) / units.length;
        expect(cosine(joinedSpaces(units))).toBeCloseTo(mean, 6);
      }),
    );
    expect(() => joinedSpaces([zeros(1, 3), zeros(2, 3)])).toThrow('1 and 2 rows');
  });
});

describe('meanDirection', () => {
  it('has unit length, and is that of a vector that comes several times', () => {
    const rows = matrixOf(Float32Array.of(0.6, 0.8, 0, 0.6, 0.8, 0), columns);
    [0.6, 0.8, 0].forEach((value, at) => expect(meanDirection(rows)[at]).toBeCloseTo(value, 6));
    const apart = meanDirection(matrixOf(Float32Array.of(1, 0, 0, 0, 1, 0), columns));
    expect(Math.hypot(...apart)).toBeCloseTo(1, 6);
    expect([...meanDirection(matrixOf(Float32Array.of(1, 0, 0, -1, 0, 0), columns))]).toEqual([0, 0, 0]);
    expect(() => meanDirection(zeros(0, 3))).toThrow('none (at least one)');
  });
});
