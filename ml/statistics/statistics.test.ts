import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { correlation } from './correlation';
import { quantile } from './quantile';
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
});
