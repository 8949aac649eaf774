import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DoubleMatrix, doubleMatrixOf } from './doubleMatrix';
import {
  distanceFromOrthonormal,
  largestDifference,
  largestOf,
  multiplied,
  symmetricMatrices,
  symmetricOf,
} from './testing/symmetricMatrices.testing';
import { type Tridiagonal, tridiagonalise } from './tridiagonalise';

/** The matrix that a form belongs to. */
function again({ diagonal, offDiagonal, orthogonal }: Tridiagonal): DoubleMatrix {
  const between = symmetricOf(diagonal.length, (row, column) =>
    row === column ? diagonal[row] : row === column + 1 ? offDiagonal[column] : 0,
  );
  return multiplied(multiplied(orthogonal, between), orthogonal, { transposeRight: true });
}

describe('tridiagonalise', () => {
  it('finds an orthonormal matrix and a tridiagonal one that make the matrix up again', () => {
    fc.assert(
      fc.property(symmetricMatrices, (matrix) => {
        const form = tridiagonalise(matrix);
        const rounding = 1e-14 * matrix.rows;
        expect(form.offDiagonal).toHaveLength(matrix.rows - 1);
        expect(distanceFromOrthonormal(form.orthogonal)).toBeLessThan(rounding);
        expect(largestDifference(again(form).values, matrix.values)).toBeLessThanOrEqual(
          rounding * largestOf(matrix),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('reads the lower triangle alone', () => {
    const both = doubleMatrixOf(Float64Array.of(4, 1, 2, 1, 5, 3, 2, 3, 6), 3);
    const lower = doubleMatrixOf(Float64Array.of(4, 9, 9, 1, 5, 9, 2, 3, 6), 3);
    expect(tridiagonalise(lower)).toEqual(tridiagonalise(both));
  });

  it('makes nothing of nothing', () => {
    expect(tridiagonalise(doubleMatrixOf(new Float64Array(0), 0)).diagonal).toHaveLength(0);
  });

  it('refuses what is not square', () => {
    expect(() => tridiagonalise(doubleMatrixOf(new Float64Array(6), 3))).toThrow('invalid matrix: 2 x 3');
  });
});
