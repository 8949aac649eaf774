import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleMatrixOf } from './doubleMatrix';
import { symmetricEigen } from './symmetricEigen';
import { mostRotations } from './symmetricMemory';
import {
  composed,
  distanceFromOrthonormal,
  largestDifference,
  largestOf,
  randomMatrix,
  symmetricMatrices,
  symmetricOf,
} from './testing/symmetricMatrices.testing';

/** What reference/decompositions.py wrote. */
const { eigen: reference } = JSON.parse(
  readFileSync(new URL('reference/decompositions.json', import.meta.url), 'utf8'),
) as { eigen: { name: string; rows: number; matrix: number[]; eigenvalues: number[] }[] };

describe('symmetricEigen', () => {
  it('takes a matrix apart into orthonormal vectors and ascending values that make it up again', () => {
    fc.assert(
      fc.property(symmetricMatrices, (matrix) => {
        const { values, vectors } = symmetricEigen(matrix);
        const rounding = 1e-14 * matrix.rows;
        expect(distanceFromOrthonormal(vectors)).toBeLessThan(rounding);
        const again = composed(vectors, values).values;
        expect(largestDifference(again, matrix.values)).toBeLessThanOrEqual(rounding * largestOf(matrix));
        expect(values.every((value, index) => index === 0 || values[index - 1] <= value)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it.each(reference)('finds the values of numpy: $name', ({ rows, matrix, eigenvalues }) => {
    const { values } = symmetricEigen(doubleMatrixOf(Float64Array.from(matrix), rows));
    const largest = Math.max(...eigenvalues.map(Math.abs));
    expect(largestDifference(values, eigenvalues)).toBeLessThan(1e-14 * rows * largest);
  });

  it('goes through the panels more than once where there are more rotations than it keeps', () => {
    // Every eigenvalue takes at least a sweep, of half the rows on average.
    const rows = Math.ceil(Math.sqrt(2.2 * mostRotations));
    const full = randomMatrix(rows, rows, 7);
    const matrix = symmetricOf(rows, (row, column) => full.values[row * rows + column]);
    const { values, vectors } = symmetricEigen(matrix);
    expect(distanceFromOrthonormal(vectors)).toBeLessThan(1e-12);
    expect(largestDifference(composed(vectors, values).values, matrix.values)).toBeLessThan(1e-12);
  });

  it('takes a matrix apart rightly after a larger and a smaller one', () => {
    const sizes = [3, 61, 2, 40, 1];
    for (const rows of sizes) {
      const { values } = symmetricEigen(symmetricOf(rows, (row, column) => (row === column ? row : 0)));
      expect([...values]).toEqual(Array.from({ length: rows }, (_, row) => row));
    }
  });

  it('refuses what is not square or not finite', () => {
    expect(() => symmetricEigen(doubleMatrixOf(new Float64Array(6), 3))).toThrow(
      'invalid matrix: 2 x 3 (as many columns as rows)',
    );
    expect(() => symmetricEigen(doubleMatrixOf(Float64Array.of(1, 0, NaN, 1), 2))).toThrow(
      'invalid matrix: NaN in row 1, column 0 (finite numbers)',
    );
  });
});
