import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cholesky } from './cholesky';
import { type DoubleMatrix, doubleMatrixOf } from './doubleMatrix';
import { solveCholesky } from './solveCholesky';
import {
  largestDifference,
  largestOf,
  multiplied,
  randomMatrix,
  symmetricOf,
} from './testing/symmetricMatrices.testing';

/** What reference/decompositions.py wrote. */
const { ridge } = JSON.parse(
  readFileSync(new URL('reference/decompositions.json', import.meta.url), 'utf8'),
) as { ridge: Record<'kernel' | 'sides' | 'alphas', number[]> & Record<'factors' | 'solutions', number[][]> };

/** Sizes within a block, of whole blocks, and beyond. */
const sizes = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constantFrom(32, 33, 64, 65, 128, 150));

/** A kernel of as many columns as rows, plus a ridge. */
function definite(rows: number, seed: number): DoubleMatrix {
  const factor = randomMatrix(rows, rows, seed);
  const kernel = multiplied(factor, factor, { transposeRight: true });
  return symmetricOf(rows, (row, column) => kernel.values[row * rows + column] + Number(row === column));
}

const referenceKernel = (alpha: number) =>
  symmetricOf(9, (row, column) => ridge.kernel[row * 9 + column] + (row === column ? alpha : 0));

describe('cholesky and solveCholesky', () => {
  it('factor a matrix, and solve it for many right-hand sides', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), fc.integer({ min: 1, max: 9 }), async (rows, seed, columns) => {
        const matrix = definite(rows, seed);
        const factor = await cholesky(matrix);
        const largest = largestOf(matrix);
        const again = multiplied(factor, factor, { transposeRight: true });
        expect(largestDifference(again.values, matrix.values)).toBeLessThan(1e-14 * rows * largest);
        expect(factor.values.every((value, at) => at % rows <= Math.floor(at / rows) || value === 0)).toBe(
          true,
        );
        const sides = randomMatrix(rows, columns, seed + 1);
        const solution = await solveCholesky(factor, sides);
        expect(largestDifference(multiplied(matrix, solution).values, sides.values)).toBeLessThan(
          1e-12 * rows * largest,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('find the factors and solutions of numpy and scipy', async () => {
    for (const [index, alpha] of ridge.alphas.entries()) {
      const factor = await cholesky(referenceKernel(alpha));
      expect(largestDifference(factor.values, ridge.factors[index])).toBeLessThan(1e-11);
      const solution = await solveCholesky(factor, doubleMatrixOf(Float64Array.from(ridge.sides), 3));
      expect(largestDifference(solution.values, ridge.solutions[index])).toBeLessThan(1e-9);
    }
  });

  it('refuse what is not positive definite, and what does not fit', async () => {
    await expect(cholesky(symmetricOf(2, () => 1))).rejects.toThrow(
      'invalid matrix: 0 left in row 1 (a positive definite matrix, as one with a larger ridge)',
    );
    const factor = await cholesky(definite(3, 1));
    await expect(solveCholesky(factor, randomMatrix(2, 2, 1))).rejects.toThrow(
      'invalid right-hand sides: 2 rows (as the factor, 3)',
    );
  });
});
