import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeTicks } from './timeTicks';

describe('timeTicks', () => {
  it('counts in steps people use', () => {
    expect(timeTicks(92, 8)).toEqual([0, 15, 30, 45, 60, 75, 90]);
    expect(timeTicks(200, 4)).toEqual([0, 60, 120, 180]);
  });

  it('stays within the track and within the number asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400_000 }), fc.integer({ min: 2, max: 20 }), (seconds, most) => {
        const ticks = timeTicks(seconds, most);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBeLessThanOrEqual(seconds);
        expect(ticks.length).toBeLessThanOrEqual(most + 1);
      }),
    );
  });
});
