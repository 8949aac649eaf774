import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correlation } from './correlation';
import { median, quantile, quantileOf } from './quantile';
import { rootMeanSquareError } from './rootMeanSquareError';

/** What numpy says of the same values (ml/projection/reference/neighbours.py). */
const reference = JSON.parse(
  readFileSync(new URL('../projection/reference/neighbours.json', import.meta.url), 'utf8'),
) as { quartiles: number[] };
const values = Float32Array.from({ length: 60 }, (_, row) => Math.cos(0.2 * row));

describe('correlation', () => {
  it('is 1 and -1 along a line, and whatever the scale', () => {
    expect(correlation([1, 2, 3, 5], [2, 4, 6, 10])).toBeCloseTo(1, 12);
    expect(correlation([1, 2, 3, 5], [-1, -2, -3, -5])).toBeCloseTo(-1, 12);
    // Worked by hand: the deviations are -1, 0, 1 and 0, -1, 1.
    expect(correlation([1, 2, 3], [2, 1, 3])).toBeCloseTo(0.5, 12);
  });

  it('is null where there is nothing to correlate', () => {
    expect(correlation([1, 1, 1], [1, 2, 3])).toBeNull();
    expect(correlation([1, 2], [1, 2])).toBeNull();
  });

  it('is null where a series is still, as much as is asked', () => {
    const rising = Float32Array.from({ length: 20 }, (_, index) => index);
    const nearlyStill = rising.map((value) => 0.3 + 0.001 * value);
    expect(correlation(new Float32Array(20).fill(0.3), rising)).toBeNull();
    expect(correlation(nearlyStill, rising, { stillness: 0.02 })).toBeNull();
    expect(correlation(nearlyStill, rising)).toBeCloseTo(1, 4);
  });

  it('is the published r of Anscombe’s first quartet', () => {
    const x = Float32Array.of(10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5);
    const y = Float32Array.of(8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68);
    expect(correlation(x, y)).toBeCloseTo(0.81642, 4);
  });

  it('is 1 with any rising line of itself, -1 with a falling one', () => {
    const series = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(series, fc.double({ min: 0.5, max: 3, noNaN: true }), (values, slope) => {
        const one = Float32Array.from([...values, -1, 1]);
        const line = (sign: number) => one.map((value) => 0.2 + sign * slope * value);
        expect(correlation(one, line(1))).toBeCloseTo(1, 4);
        expect(correlation(one, line(-1))).toBeCloseTo(-1, 4);
      }),
    );
  });
});

describe('rootMeanSquareError', () => {
  it('is the root of the mean square', () => {
    expect(rootMeanSquareError([0, 0, 0, 0], [1, -1, 3, -5])).toBe(3);
  });
});

describe('quantile', () => {
  it('is that of numpy', () => {
    const sorted = values.toSorted();
    [0.25, 0.5, 0.75].forEach((share, index) =>
      expect(quantile(sorted, share)).toBeCloseTo(reference.quartiles[index], 12),
    );
    expect(quantile([7], 0.5)).toBe(7);
  });

  it('does not mind the order where it is said to', () => {
    const backwards = values.toSorted().toReversed();
    expect(quantileOf(backwards, 0.25)).toBe(quantile(values.toSorted(), 0.25));
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});
