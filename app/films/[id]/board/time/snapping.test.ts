import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextOf, snapped } from './snapping';

const times = fc
  .array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 30 })
  .map((list) => list.toSorted((a, b) => a - b));

describe('snapped', () => {
  it('is the nearest target within reach, else the time itself', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), times, times, (seconds, one, other) => {
        const away = Math.min(...[...one, ...other].map((target) => Math.abs(target - seconds)));
        const found = snapped(seconds, [one, other], 0.5);
        if (away <= 0.5) expect(Math.abs(found - seconds)).toBe(away);
        else expect(found).toBe(seconds);
      }),
    );
  });
});

describe('nextOf', () => {
  it('is the next before or after', () => {
    expect(nextOf([3, 8, 9], 8, 1)).toBe(9);
    expect(nextOf([3, 8, 9], 8, -1)).toBe(3);
    expect(nextOf([3, 8, 9], 9, 1)).toBeUndefined();
  });
});
