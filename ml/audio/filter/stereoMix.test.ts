import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stereoMix } from './stereoMix';

const chunkOf = (levels: number[]) => ({
  channels: levels.map((level) => Float32Array.of(level)),
  sampleRateHz: 48_000,
});

describe('stereoMix', () => {
  it('passes one and two channels on as they are', () => {
    for (const levels of [[0.5], [0.5, -0.25]]) {
      const chunk = chunkOf(levels);
      expect(stereoMix(chunk)).toBe(chunk);
    }
  });

  it('keeps left on the left, the centre in the middle, and leaves the low-frequency channel out', () => {
    const side = (levels: number[]) => stereoMix(chunkOf(levels)).channels.map(([sample]) => sample);
    const [fromLeft, none] = side([1, 0, 0, 0, 0, 0]);
    expect(none).toBe(0);
    expect(fromLeft).toBeCloseTo(1 / (1 + 2 * Math.SQRT1_2), 6);
    const [centreLeft, centreRight] = side([0, 0, 1, 0, 0, 0]);
    expect(centreLeft).toBe(centreRight);
    expect(centreLeft / fromLeft).toBeCloseTo(Math.SQRT1_2, 6);
    expect(side([0, 0, 0, 1, 0, 0])).toEqual([0, 0]);
  });

  it('never clips', () => {
    const levels = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(levels, (given) => {
        for (const [sample] of stereoMix(chunkOf(given)).channels)
          expect(Math.abs(sample)).toBeLessThanOrEqual(1 + 1e-6);
      }),
    );
  });
});
