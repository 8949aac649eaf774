import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleColumnOf } from '../linear/doubleMatrix';
import { lanczosResampled } from './lanczosResampled';
import { expectNear, matrixOf, seriesOf, seriesReference } from './testing/seriesReference.testing';

const timesOf = (count: number, hop: number, start = 0) =>
  Float64Array.from({ length: count }, (_, index) => start + hop * index);
const samples = seriesOf(200, 3);
const times = timesOf(200, 0.1);

describe('lanczosResampled', () => {
  it('sums as ridge_utils does, at even and uneven times, with other lobes, and beyond the end', () => {
    const { even, uneven, beyond } = seriesReference.lanczos;
    const newTimes = timesOf(9, 2, 1);
    expectNear(lanczosResampled({ samples, times }, newTimes, { gain: 'sum' }).values, even.flat());
    const shaken = times.map((time, index) => time + 0.04 * Math.sin(index));
    expectNear(
      lanczosResampled({ samples, times: shaken }, newTimes, { gain: 'sum', lobes: 2 }).values,
      uneven.flat(),
    );
    expectNear(
      lanczosResampled({ samples, times }, timesOf(6, 2, 14), { gain: 'sum' }).values,
      beyond.flat(),
    );
  });

  it('keeps units: away from the ends it is the plain sum over the ratio of the rates', () => {
    const newTimes = timesOf(3, 2, 8);
    const [unit, sum] = (['unit', 'sum'] as const).map((gain) =>
      lanczosResampled({ samples, times }, newTimes, { gain }),
    );
    unit.values.forEach((value, at) =>
      expect(Math.abs((20 * value) / sum.values[at] - 1)).toBeLessThan(0.01),
    );
  });

  it('leaves a level a level, at the ends and beyond them too, whatever the rates', () => {
    const hops = fc.double({ min: 0.05, max: 3, noNaN: true });
    fc.assert(
      fc.property(hops, hops, fc.double({ min: -5, max: 5, noNaN: true }), (hop, newHop, start) => {
        const level = { samples: matrixOf(30, 1, () => 4), times: timesOf(30, hop) };
        for (const value of lanczosResampled(level, timesOf(10, newHop, start)).values)
          expect(value).toBeCloseTo(4, 10);
      }),
    );
  });

  it('keeps what new samples can tell and damps what they cannot', () => {
    const wave = (hertz: number) => ({
      samples: matrixOf(2000, 1, (row) => Math.cos(2 * Math.PI * hertz * 0.05 * row)),
      times: timesOf(2000, 0.05),
    });
    const newTimes = timesOf(30, 2, 20);
    // Nyquist frequency .25 Hz.
    const slow = lanczosResampled(wave(0.05), newTimes);
    newTimes.forEach((time, row) =>
      expect(slow.values[row]).toBeCloseTo(Math.cos(2 * Math.PI * 0.05 * time), 1),
    );
    for (const value of lanczosResampled(wave(0.6), newTimes).values)
      expect(Math.abs(value)).toBeLessThan(0.05);
  });

  it('gives back samples at their own times, and interpolates between them', () => {
    const own = lanczosResampled({ samples, times }, times);
    expectNear(own.values, Array.from(samples.values), 1e-9);
    const slow = { samples: matrixOf(40, 1, (row) => Math.sin(0.3 * row)), times: timesOf(40, 1) };
    const dense = lanczosResampled(slow, timesOf(100, 0.25, 6));
    doubleColumnOf(dense, 0).forEach((value, row) =>
      expect(value).toBeCloseTo(Math.sin(0.3 * (6 + 0.25 * row)), 1),
    );
  });

  it('refuses times that do not rise or do not fit', () => {
    expect(() => lanczosResampled({ samples, times }, [3])).toThrow('invalid new times: 1 (at least two)');
    expect(() => lanczosResampled({ samples, times }, [3, 3])).toThrow(
      'invalid new times: 3 s after 3 s (they must rise)',
    );
    expect(() => lanczosResampled({ samples, times: [0, NaN] }, [1, 2])).toThrow(
      'invalid times: 2 (one for each of 200 samples)',
    );
    const torn = times.map((time, index) => (index < 100 ? time : time + 30));
    expect(() => lanczosResampled({ samples, times: torn }, [20, 21])).toThrow('a gap around 20 s');
  });
});
