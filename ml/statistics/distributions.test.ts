import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareTail } from './chiSquareTail';
import { fisherZ } from './fisherZ';
import { fTail, tTwoSided } from './fTail';
import { incompleteBeta } from './incompleteBeta';
import { logGamma } from './logGamma';
import { meanInterval } from './meanInterval';
import { tQuantile } from './tQuantile';

type Asked = 'f' | 't' | 'tQuantile' | 'chiSquare' | 'beta' | 'logGamma';

/** What reference/distributions.py wrote: arguments, and last the answer. */
const reference = JSON.parse(
  readFileSync(new URL('reference/distributions.json', import.meta.url), 'utf8'),
) as Record<Asked, number[][]> & { meanInterval: [number, number[], number, number][] };

/** That a function gives scipy's answers, to ten digits of each however small it is. */
function expectAsScipy(rows: number[][], of: (...values: number[]) => number) {
  for (const row of rows) {
    const expected = row[row.length - 1];
    expect(Math.abs(of(...row.slice(0, -1)) - expected)).toBeLessThanOrEqual(
      1e-10 * Math.abs(expected) + 1e-300,
    );
  }
}

describe('tails of distributions', () => {
  it('are scipy’s, far out as well', () => {
    expectAsScipy(reference.f, fTail);
    expectAsScipy(reference.t, tTwoSided);
    expectAsScipy(reference.chiSquare, chiSquareTail);
    expectAsScipy(reference.beta, incompleteBeta);
  });

  it('fall, and are whole at 0', () => {
    const degrees = fc.integer({ min: 1, max: 200 });
    const place = fc.double({ min: 0, max: 40, noNaN: true });
    const points = fc.record({ one: degrees, other: degrees, here: place, further: place });
    fc.assert(
      fc.property(points, ({ one, other, here, further }) => {
        expect(fTail(here, one, other)).toBeGreaterThanOrEqual(fTail(here + further, one, other) - 1e-12);
        expect(chiSquareTail(here, one)).toBeGreaterThanOrEqual(chiSquareTail(here + further, one) - 1e-12);
        expect(fTail(0, one, other)).toBe(1);
        expect(chiSquareTail(0, one)).toBe(1);
      }),
    );
  });
});

describe('incompleteBeta', () => {
  it('is the rest of its mirror image', () => {
    const shape = fc.double({ min: 0.1, max: 300, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (x, a, b) => {
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('logGamma', () => {
  it('is scipy’s, and of whole numbers the logarithm of factorials', () => {
    for (const [x, expected] of reference.logGamma) expect(logGamma(x)).toBeCloseTo(expected, 11);
    expect(Math.exp(logGamma(6))).toBeCloseTo(120, 9);
  });
});

describe('tQuantile', () => {
  it('is scipy’s, and refuses what is no chance', () => {
    expectAsScipy(reference.tQuantile, tQuantile);
    expect(() => tQuantile(0, 4)).toThrow('invalid p: 0');
    expect(() => tQuantile(0.05, 0)).toThrow('invalid degrees: 0');
  });
});

describe('meanInterval', () => {
  it('is scipy’s, and none of a single value', () => {
    for (const [outside, values, low, high] of reference.meanInterval) {
      const interval = meanInterval(values, outside);
      expect(interval?.low).toBeCloseTo(low, 12);
      expect(interval?.high).toBeCloseTo(high, 12);
    }
    expect(meanInterval([3])).toBeNull();
  });
});

describe('fisherZ', () => {
  it('is the inverse of the hyperbolic tangent, and finite at 1', () => {
    expect(fisherZ(Math.tanh(0.7))).toBeCloseTo(0.7, 12);
    expect(fisherZ(1)).toBeLessThan(20);
    expect(fisherZ(-1)).toBe(-fisherZ(1));
  });
});
