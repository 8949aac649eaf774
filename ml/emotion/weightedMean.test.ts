import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WeightedMoments } from './weightedMoments';

describe('weighted moments', () => {
  it('count a row as often as its weight says', () => {
    const row = fc.tuple(
      fc.float({ min: -10, max: 10, noNaN: true }),
      fc.float({ min: -10, max: 10, noNaN: true }),
      fc.integer({ min: 1, max: 4 }),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const weighted = new WeightedMoments(2);
        const repeated = new WeightedMoments(2);
        for (const [a, b, times] of rows) {
          weighted.add(Float32Array.of(a, b), 0, times);
          for (let time = 0; time < times; time++) repeated.add(Float32Array.of(9, a, b), 1, 1);
        }
        const [found, wanted] = [new Float32Array(4), new Float32Array(4)];
        weighted.write(found, 0);
        repeated.write(wanted, 0);
        found.forEach((value, i) => expect(Math.abs(value - wanted[i])).toBeLessThan(1e-3));
      }),
    );
  });

  it('are the mean and the standard deviation of the population', () => {
    const moments = new WeightedMoments(1);
    for (const value of [2, 4, 4, 4, 5, 5, 7, 9]) moments.add(Float32Array.of(value), 0, 1);
    const written = new Float32Array(2);
    moments.write(written, 0);
    expect([...written]).toEqual([5, 2]);
  });
});
