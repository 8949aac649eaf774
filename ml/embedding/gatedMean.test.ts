import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GatedMean } from './gatedMean';

const gatedMean = (windows: { vector: number[]; power: number }[]) => {
  const mean = new GatedMean();
  for (const { vector, power } of windows) mean.add(Float32Array.from(vector), power);
  return [...mean.finish()];
};

describe('GatedMean', () => {
  it('is the weighted mean that all windows at once would give', () => {
    const window = fc.record({
      vector: fc.tuple(
        fc.float({ min: -10, max: 10, noNaN: true }),
        fc.float({ min: 0, max: 1, noNaN: true }),
      ),
      power: fc.integer({ min: -90, max: 20 }).map((decibels) => 10 ** (decibels / 10)),
    });
    fc.assert(
      fc.property(fc.array(window, { minLength: 1, maxLength: 40 }), (windows) => {
        const meanPower = windows.reduce((sum, { power }) => sum + power, 0) / windows.length;
        const weights = windows.map(({ power }) => power / (power + 1e-4 * meanPower));
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        [0, 1].forEach((i) => {
          const expected = windows.reduce((sum, { vector }, k) => sum + weights[k] * vector[i], 0) / total;
          expect(gatedMean(windows)[i]).toBeCloseTo(expected, 4);
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
