import { describe, expect, it } from 'vitest';
import { doubleMatrixOf } from '../linear/doubleMatrix';
import { createRandom } from '../random';
import { permutationP, permutationTest } from './permutationP';

describe('permutationP', () => {
  it('counts the observation among the surrogates, so that p is never 0', () => {
    expect(permutationP(5, [1, 2, 3, 4])).toBe(1 / 5);
    expect(permutationP(2, [1, 2, 3, 4])).toBe(4 / 5);
    expect(permutationP(2, [])).toBe(1);
  });

  it('counts surrogates that are equal but for rounding, and those that are no numbers', () => {
    expect(permutationP(0.3, [0.1 + 0.2, 0.3 - 1e-16, 0.2])).toBe(3 / 4);
    expect(permutationP(-0.3, [-0.3 - 1e-16])).toBe(1);
    expect(permutationP(1, [NaN, 0])).toBe(2 / 3);
  });
});

describe('permutationTest', () => {
  it('compares each with its own surrogates, and with the largest of all', () => {
    const surrogates = doubleMatrixOf(Float64Array.of(0, 9, 1, 2, 2, 3, 3, 4), 2);
    const test = permutationTest([3, 8], surrogates);
    expect(test.p).toEqual([2 / 5, 2 / 5]);
    expect(test.pFamily).toEqual([4 / 5, 2 / 5]);
    expect(test.q).toEqual([2 / 5, 2 / 5]);
    // Largest: 9, 2, 3, 4; the 95th percentile lies .85 of the way from 4 to 9.
    expect(test.threshold).toBeCloseTo(4 + 0.85 * 5, 12);
  });

  it('errs about as often as it says when nothing is there, over the family too', () => {
    const random = createRandom(8, 'null');
    const draw = (count: number) => Float64Array.from({ length: count }, () => random.bell());
    const families = 400;
    let [single, family] = [0, 0];
    for (let run = 0; run < families; run++) {
      const test = permutationTest(draw(10), doubleMatrixOf(draw(10 * 99), 10));
      single += test.p.filter((p) => p <= 0.05).length;
      if (Math.min(...test.pFamily) <= 0.05) family++;
    }
    // Standard errors: .0034 (4,000 tests) and .011 (400 families).
    expect(Math.abs(single / (10 * families) - 0.05)).toBeLessThan(0.011);
    expect(Math.abs(family / families - 0.05)).toBeLessThan(0.035);
  });
});
