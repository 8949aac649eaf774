import { describe, expect, it } from 'vitest';
import reference from '../linear/reference/decompositions.json';
import { type FactorRows, nextFactorRow, solveDown, solveUp } from './choleskyRows';

const { kernel, sides, alphas, factors, solutions } = reference.ridge;
const size = 9;

function factorOf(alpha: number): FactorRows {
  const rows: Float64Array[] = [];
  for (let row = 0; row < size; row++) {
    const own = Float64Array.from(kernel.slice(row * size, row * size + row + 1));
    own[row] += alpha;
    rows.push(nextFactorRow(rows, own));
  }
  return rows;
}

describe('nextFactorRow', () => {
  it('grows the factor that numpy has', () => {
    alphas.forEach((alpha, index) => {
      factorOf(alpha).forEach((row, at) =>
        row.forEach((value, column) => expect(value).toBeCloseTo(factors[index][at * size + column], 9)),
      );
    });
  });

  it('solves what scipy solves', () => {
    alphas.forEach((alpha, index) => {
      for (let side = 0; side < 3; side++) {
        const wanted = Array.from({ length: size }, (_, row) => solutions[index][row * 3 + side]);
        const own = Float64Array.from({ length: size }, (_, row) => sides[row * 3 + side]);
        const factor = factorOf(alpha);
        solveUp(factor, solveDown(factor, own)).forEach((value, row) =>
          expect(value / wanted[row]).toBeCloseTo(1, 7),
        );
      }
    });
  });

  it('refuses a matrix that is not positive definite', () => {
    const first = nextFactorRow([], Float64Array.of(1));
    expect(() => nextFactorRow([first], Float64Array.of(1, 1))).toThrow('invalid matrix: 0 left in row 1');
  });
});
