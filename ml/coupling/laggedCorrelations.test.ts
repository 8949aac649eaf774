import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { correlation } from '../statistics/correlation';
import { laggedCorrelations, summedSeries } from './laggedCorrelations';
import { noise } from './testing/couplingStudy.testing';

describe('laggedCorrelations', () => {
  it('are Pearson’s over the samples that overlap, whatever the level and the scale', () => {
    const sizes = fc.record({
      samples: fc.integer({ min: 8, max: 60 }),
      lag: fc.integer({ min: -5, max: 5 }),
      level: fc.double({ min: -1000, max: 1000, noNaN: true }),
    });
    fc.assert(
      fc.property(sizes, ({ samples, lag, level }) => {
        const random = createRandom(samples, 'series');
        const [feature, rating] = [noise(samples, random, 0.5), noise(samples, random, 0.5)];
        const moved = feature.map((value) => level + 1e-6 * value);
        const [r] = laggedCorrelations(summedSeries(moved), summedSeries(rating), [lag]);
        const [one, other] = lag >= 0 ? [0, lag] : [-lag, 0];
        const overlap = samples - Math.abs(lag);
        const expected = correlation(feature.slice(one, one + overlap), rating.slice(other, other + overlap));
        expect(r).toBeCloseTo(expected!, 5);
      }),
    );
  });

  it('is 1 at the lag by which a rating follows', () => {
    const feature = noise(100, createRandom(1, 'feature'));
    const rating = Float64Array.from({ length: 100 }, (_, at) => (at < 4 ? 0 : 2 * feature[at - 4] + 1));
    const curve = laggedCorrelations(summedSeries(feature), summedSeries(rating), [3, 4, 5]);
    expect(curve[1]).toBeCloseTo(1, 12);
    expect(Math.max(curve[0], curve[2])).toBeLessThan(0.5);
  });

  it('is 0 where a series stands still over the overlap, or none is left', () => {
    const moves = summedSeries(noise(20, createRandom(2, 'moves')));
    const early = summedSeries(Float64Array.from({ length: 20 }, (_, at) => (at < 3 ? at : 7)));
    expect(Array.from(laggedCorrelations(moves, early, [4, 18]))).toEqual([0, 0]);
    expect(laggedCorrelations(moves, early, [0])[0]).not.toBe(0);
  });

  it('sees what is still but for rounding', () => {
    expect(summedSeries(new Float64Array(9)).still).toBe(true);
    expect(summedSeries(new Float64Array(9).map((_, at) => 0.1 + (at % 2) * 2e-17)).still).toBe(true);
    expect(summedSeries(Float64Array.of(5, 5, 5.001)).still).toBe(false);
  });
});
