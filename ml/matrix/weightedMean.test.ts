import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixOf } from './matrix';
import { WeightedMean } from './weightedMean';

describe('weighted mean', () => {
  it('counts a row as often as its weight says', () => {
    const row = fc.tuple(
      fc.float({ min: -10, max: 10, noNaN: true }),
      fc.float({ min: -10, max: 10, noNaN: true }),
      fc.integer({ min: 1, max: 4 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const weighted = new WeightedMean(2);
        const repeated = new WeightedMean(2);
        for (const [a, b, times] of rows) {
          weighted.add(matrixOf(Float32Array.of(a, b), 2), 0, times);
          for (let time = 0; time < times; time++)
            repeated.add(matrixOf(Float32Array.of(9, 9, a, b), 2), 1, 1);
        }
        const wanted = repeated.mean();
        weighted.mean().forEach((value, i) => expect(Math.abs(value - wanted[i])).toBeLessThan(1e-5));
      }),
    );
  });

  it('is the mean where all weigh the same', () => {
    const mean = new WeightedMean(1);
    for (const value of [2, 4, 4, 4, 5, 5, 7, 9]) mean.add(matrixOf(Float32Array.of(value), 1), 0, 1);
    expect([...mean.mean()]).toEqual([5]);
  });
});
