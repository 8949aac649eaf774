import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from './benjaminiHochberg';
import { holm } from './holm';

const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
const p = [0.5, 0.003, 0.32, 0.054, 0.0003];

/** The definition at its plainest: the least of p(k) m / k over the k at or above the rank. */
function byDefinition(p: number[]): number[] {
  const sorted = p.toSorted((one, other) => one - other);
  return p.map((value) =>
    Math.min(
      1,
      ...sorted.flatMap((other, place) => (other >= value ? [(other * p.length) / (place + 1)] : [])),
    ),
  );
}

describe('benjaminiHochberg', () => {
  it('is pingouin’s example', () => {
    benjaminiHochberg(p).forEach((value, index) =>
      expect(value).toBeCloseTo([0.5, 0.0075, 0.4, 0.09, 0.0015][index], 12),
    );
  });

  it('is its definition, ties included', () => {
    fc.assert(
      fc.property(probabilities, (p) => {
        const tied = [...p, p[0]];
        const expected = byDefinition(tied);
        benjaminiHochberg(tied).forEach((value, index) => expect(value).toBeCloseTo(expected[index], 12));
      }),
    );
  });
});

describe('holm', () => {
  it('is pingouin’s example', () => {
    holm(p).forEach((value, index) =>
      expect(value).toBeCloseTo([0.64, 0.012, 0.64, 0.162, 0.0015][index], 12),
    );
  });

  it('is no smaller than Benjamini and Hochberg’s, keeps the order, and is at most Bonferroni’s', () => {
    fc.assert(
      fc.property(probabilities, (p) => {
        const [byHolm, byRate] = [holm(p), benjaminiHochberg(p)];
        p.forEach((value, index) => {
          expect(byHolm[index]).toBeGreaterThanOrEqual(byRate[index] - 1e-15);
          expect(byHolm[index]).toBeLessThanOrEqual(Math.min(1, value * p.length));
          p.forEach((other, at) => {
            if (other > value) expect(byHolm[at]).toBeGreaterThanOrEqual(byHolm[index]);
          });
        });
      }),
    );
  });

  it('says nothing of nothing', () => {
    expect(holm([])).toEqual([]);
    expect(benjaminiHochberg([])).toEqual([]);
  });
});
