import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GatedMean } from './gatedMean';

interface Window {
  vector: number[];
  power: number;
}

const gatedMean = (windows: Window[]) => {
  const mean = new GatedMean();
  for (const { vector, power } of windows) mean.add(Float32Array.from(vector), power);
  return [...mean.finish()];
};

/** The same mean with all windows at hand. */
const meanAtOnce = (windows: Window[]) => {
  const meanPower = windows.reduce((sum, { power }) => sum + power, 0) / windows.length;
  const weights = windows.map(({ power }) => power / (power + 1e-4 * meanPower));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return windows[0].vector.map(
    (_, i) => windows.reduce((sum, { vector }, k) => sum + weights[k] * vector[i], 0) / total,
  );
};

const windowsOf = (decibels: fc.Arbitrary<number>) =>
  fc.array(
    fc.record({
      vector: fc.array(fc.float({ min: -10, max: 10, noNaN: true }), { minLength: 2, maxLength: 2 }),
      power: decibels.map((level) => 10 ** (level / 10)),
    }),
    { minLength: 1, maxLength: 40 },
  );

describe('GatedMean', () => {
  it('is the weighted mean that all windows at once would give, where powers are a decibel apart', () => {
    // Halfway between whole decibels, where rounding cannot move a window into its neighbour's step.
    const decibels = fc.integer({ min: -90, max: 20 }).map((level) => level + 0.5);
    fc.assert(
      fc.property(windowsOf(decibels), (windows) => {
        const expected = meanAtOnce(windows);
        gatedMean(windows).forEach((value, i) => expect(value).toBeCloseTo(expected[i], 4));
      }),
    );
  });

  it('is within the weight of a decibel of it at any power', () => {
    fc.assert(
      fc.property(windowsOf(fc.double({ min: -90, max: 20, noNaN: true })), (windows) => {
        const expected = meanAtOnce(windows);
        gatedMean(windows).forEach((value, i) => {
          const values = windows.map(({ vector }) => vector[i]);
          // A decibel is a factor of 1.26 at most in a weight, on values that lie half their range from the mean.
          const most = 0.26 * 1.26 * 0.5 * (Math.max(...values) - Math.min(...values));
          expect(Math.abs(value - expected[i])).toBeLessThanOrEqual(most + 1e-5);
        });
      }),
    );
  });

  it('lets silence count for nothing beside sound, and be its own mean alone', () => {
    const sound = { vector: [1, 0], power: 0.1 };
    const silence = { vector: [0, 1], power: 0 };
    const [loud, quiet] = gatedMean([sound, silence, silence, silence]);
    expect(loud).toBeCloseTo(1, 5);
    expect(quiet).toBeLessThan(1e-5);
    expect(gatedMean([silence, silence])).toEqual([0, 1]);
  });

  it('refuses a track without windows', () => {
    expect(() => gatedMean([])).toThrow('invalid track: 0 windows');
  });
});
