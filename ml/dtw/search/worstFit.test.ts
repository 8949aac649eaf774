import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { worstFit } from './worstFit';

describe('worstFit', () => {
  it('finds the eighth with the largest mean square, the earliest of several', () => {
    expect(worstFit([0, 0, 0, 1, 2, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0], 0.5)).toEqual({ start: 1.5, end: 2.5 });
    expect(worstFit([3, 3, 3], 0.25)).toEqual({ start: 0, end: 0.25 });
  });

  it('holds no less error than any other stretch as long', () => {
    const errors = fc.array(fc.double({ min: 0, max: 4, noNaN: true }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(errors, (error) => {
        const { start, end } = worstFit(error, 1);
        const sumFrom = (from: number) =>
          error.slice(from, from + end - start).reduce((sum, value) => sum + value ** 2, 0);
        for (let from = 0; from + end - start <= error.length; from++) {
          expect(sumFrom(start)).toBeGreaterThanOrEqual(sumFrom(from) - 1e-9);
        }
      }),
    );
  });
});
