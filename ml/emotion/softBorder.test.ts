import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { curveAbout, softened } from './softBorder';

const value = fc.double({ min: -5, max: 5, noNaN: true });
const movement = fc
  .array(fc.double({ min: -2.5, max: 2.5, noNaN: true }), { minLength: 1, maxLength: 80 })
  .map((values) => Float64Array.from(values));
const meanOf = (values: ArrayLike<number>) =>
  Array.from(values).reduce((sum, one) => sum + one, 0) / values.length;

describe('softened', () => {
  it('keeps values up to 0.5 and bends those beyond, of either sign alike, without touching the border', () => {
    expect([0, 0.3, -0.5].map(softened)).toEqual([0, 0.3, -0.5]);
    // 0.5 + 0.5 u / sqrt(1 + u^2) with u = 1, and with u = 3.
    expect(softened(1)).toBeCloseTo(0.5 + 0.5 / Math.SQRT2, 12);
    expect(softened(-2)).toBeCloseTo(-0.5 - 1.5 / Math.sqrt(10), 12);
  });

  it('never touches the border, and keeps the order of values', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(Math.abs(softened(one))).toBeLessThan(1);
        expect(softened(-one)).toBe(-softened(one));
        if (one < other) expect(softened(one)).toBeLessThanOrEqual(softened(other));
      }),
    );
  });

  it('bends smoothly: its slope is 1 where it begins to', () => {
    const step = 1e-6;
    expect((softened(0.5 + step) - softened(0.5)) / step).toBeCloseTo(1, 5);
  });
});

describe('curveAbout', () => {
  it('has its mean at the point, however far the movement goes, and stays off the border', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.95, max: 0.95, noNaN: true }), movement, (point, moved) => {
        const curve = curveAbout(point, moved);
        expect(meanOf(curve)).toBeCloseTo(point, 5);
        expect(Math.max(...curve.map(Math.abs))).toBeLessThan(1);
      }),
    );
  });

  it('has its mean at a point near the border also where all of it moves far the other way', () => {
    for (const moved of [[2.5], [3, 3.5, 6]]) {
      expect(meanOf(curveAbout(-0.95, Float64Array.from(moved)))).toBeCloseTo(-0.95, 6);
      expect(
        meanOf(
          curveAbout(
            0.95,
            Float64Array.from(moved, (value) => -value),
          ),
        ),
      ).toBeCloseTo(0.95, 6);
    }
  });

  it('is point plus movement where that stays within 0.5', () => {
    const curve = curveAbout(0.1, Float64Array.from([-0.3, 0.1, 0.2]));
    expect([...curve]).toEqual([-0.2, 0.2, 0.3].map((one) => expect.closeTo(one, 6) as number));
  });
});
