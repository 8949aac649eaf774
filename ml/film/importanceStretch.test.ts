import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importanceSamples } from './importanceStretch';

const sampling = { points: 6, hopSeconds: 0.5 };

describe('importanceSamples', () => {
  it('is 1 where nothing is said, and the weight where something is', () => {
    expect([...importanceSamples([], sampling)]).toEqual([1, 1, 1, 1, 1, 1]);
    const stretches = [
      { start: 0.5, end: 1, weight: 4 },
      { start: 2, end: 3, weight: 0 },
    ];
    expect([...importanceSamples(stretches, sampling)]).toEqual([1, 4, 1, 1, 0, 0]);
  });

  it('takes the mean over a sample that a stretch begins or ends in', () => {
    const [first, second] = importanceSamples([{ start: 0.125, end: 0.75, weight: 3 }], sampling);
    expect(first).toBeCloseTo(0.25 + 0.75 * 3, 12);
    expect(second).toBeCloseTo(2, 12);
  });

  it('lets the later of overlapping stretches rule', () => {
    const stretches = [
      { start: 0, end: 2, weight: 2 },
      { start: 1, end: 1.5, weight: 0 },
    ];
    expect([...importanceSamples(stretches, sampling)]).toEqual([2, 2, 0, 2, 1, 1]);
  });

  it('keeps the integral of the weights over the cue', () => {
    const stretches = fc.array(
      fc.record({
        start: fc.double({ min: 0, max: 2.5, noNaN: true }),
        seconds: fc.double({ min: 0.01, max: 2, noNaN: true }),
        weight: fc.constantFrom(0, 0.5, 2, 4),
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(stretches, (list) => {
        const given = list.map(({ start, seconds, weight }) => ({ start, end: start + seconds, weight }));
        const coarse = importanceSamples(given, sampling);
        const fine = importanceSamples(given, { points: 96, hopSeconds: 1 / 32 });
        coarse.forEach((weight, index) => {
          const inside = fine.subarray(16 * index, 16 * (index + 1));
          expect(weight).toBeCloseTo(inside.reduce((sum, each) => sum + each, 0) / 16, 9);
        });
      }),
    );
  });
});
