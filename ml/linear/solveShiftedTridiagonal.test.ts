import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleMatrixOf, doubleZeros } from './doubleMatrix';
import { solveShiftedTridiagonal } from './solveShiftedTridiagonal';
import { largestDifference, multiplied, randomMatrix } from './testing/symmetricMatrices.testing';
import { tridiagonalise } from './tridiagonalise';

/** What reference/decompositions.py wrote. */
const { ridge } = JSON.parse(
  readFileSync(new URL('reference/decompositions.json', import.meta.url), 'utf8'),
) as { ridge: Record<'kernel' | 'sides' | 'alphas', number[]> & { solutions: number[][] } };

/** T + alpha I times a solution, a column for each alpha. */
function times(
  { diagonal, offDiagonal }: { diagonal: Float64Array; offDiagonal: Float64Array },
  { columns, values }: { columns: number; values: Float64Array },
  alphas: Float64Array,
): Float64Array {
  return values.map((value, at) => {
    const row = Math.floor(at / columns);
    const above = row === 0 ? 0 : offDiagonal[row - 1] * values[at - columns];
    const below = row + 1 === diagonal.length ? 0 : offDiagonal[row] * values[at + columns];
    return above + (diagonal[row] + alphas[at % columns]) * value + below;
  });
}

describe('solveShiftedTridiagonal', () => {
  it('solves each column with its own alpha', () => {
    const sizes = fc.record({
      rows: fc.integer({ min: 1, max: 30 }),
      columns: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 120, max: 270 })),
      rank: fc.integer({ min: 1, max: 30 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(sizes, ({ rows, columns, rank, seed }) => {
        const factor = randomMatrix(rows, rank, seed);
        const form = tridiagonalise(multiplied(factor, factor, { transposeRight: true }));
        const sides = randomMatrix(rows, columns, seed + 1);
        const alphas = Float64Array.from({ length: columns }, (_, column) => 10 ** ((column % 7) - 2));
        const solution = solveShiftedTridiagonal(form, sides, alphas);
        expect(largestDifference(times(form, solution, alphas), sides.values)).toBeLessThan(1e-9);
      }),
    );
  });

  it('gives ridge solutions of scipy with one form for every alpha', () => {
    const form = tridiagonalise(doubleMatrixOf(Float64Array.from(ridge.kernel), 9));
    const sides = doubleMatrixOf(Float64Array.from(ridge.sides), 3);
    const turned = multiplied(form.orthogonal, sides, { transposeLeft: true });
    ridge.alphas.forEach((alpha, index) => {
      const solution = multiplied(form.orthogonal, solveShiftedTridiagonal(form, turned, alpha));
      expect(largestDifference(solution.values, ridge.solutions[index])).toBeLessThan(1e-9);
    });
  });

  it('refuses what does not fit or has a pivot of 0 or less', () => {
    const form = { diagonal: Float64Array.of(1, 1), offDiagonal: Float64Array.of(1) };
    expect(() => solveShiftedTridiagonal(form, doubleZeros(3, 1), 1)).toThrow(
      'invalid right-hand sides: 3 rows (as the diagonal, 2)',
    );
    expect(() => solveShiftedTridiagonal(form, doubleZeros(2, 2), new Float64Array(1))).toThrow(
      'invalid alphas: 1 (one for each column, 2)',
    );
    expect(() => solveShiftedTridiagonal(form, doubleZeros(2, 1), 0)).toThrow(
      'invalid alpha: 0 (large enough that no pivot is 0 or less, as in row 1)',
    );
  });
});
