import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedWithin } from './border';

const value = fc.double({ min: -1, max: 1, noNaN: true });
const movement = fc.double({ min: -3, max: 3, noNaN: true });

describe('movedWithin', () => {
  it('keeps what is not moved to the last bit, and what is moved within 0.9 where it comes to lie', () => {
    fc.assert(fc.property(value, (one) => Object.is(movedWithin(one, 0), one)));
    expect(movedWithin(0.25, 0.5)).toBe(0.75);
    expect(movedWithin(0.95, -1)).toBeCloseTo(-0.05, 12);
    // 0.9 + 0.1 / sqrt(2), and as much on the other side.
    expect(movedWithin(0.5, 0.5)).toBeCloseTo(0.9 + 0.1 / Math.SQRT2, 12);
    expect(movedWithin(-0.5, -0.5)).toBeCloseTo(-0.9 - 0.1 / Math.SQRT2, 12);
  });

  it('stays within the plane, and farther movement never leads less far', () => {
    fc.assert(
      fc.property(value, movement, movement, (from, one, other) => {
        const moved = movedWithin(from, one);
        expect(Math.abs(moved)).toBeLessThanOrEqual(1);
        expect(movedWithin(-from, -one)).toBeCloseTo(-moved, 15);
        if (one < other) expect(moved).toBeLessThanOrEqual(movedWithin(from, other) + 1e-15);
      }),
    );
  });

  it('has no leap where the border begins to bend, nor at the border itself', () => {
    for (const from of [0.3, 0.9, 0.97]) {
      const start = Math.max(0.9, from) - from;
      expect(movedWithin(from, start + 1e-7)).toBeCloseTo(movedWithin(from, start), 6);
    }
    expect(movedWithin(1, 0.5)).toBe(1);
    expect(movedWithin(1, -0.5)).toBe(0.5);
  });
});
