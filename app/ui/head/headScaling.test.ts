import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceScaling, headScaleOf, rangeScaling } from './headScaling';

const numbers = fc.array(
  fc.integer({ min: -1e6, max: 1e6 }).map((value) => value / 1000),
  { minLength: 1, maxLength: 40 },
);

describe('rangeScaling', () => {
  it('holds every value between its ends, which can always be drawn', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const scaling = rangeScaling(values);
        const { from, to } = headScaleOf(scaling, 'light');
        expect(from).toBeLessThanOrEqual(Math.min(...values));
        expect(to).toBeGreaterThanOrEqual(Math.max(...values));
      }),
    );
  });
});

describe('differenceScaling', () => {
  it('reaches as far below zero as above, beyond every value', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const { from, to } = headScaleOf(differenceScaling(values), 'dark');
        expect(from).toBe(-to);
        expect(to).toBeGreaterThanOrEqual(Math.max(...values.map(Math.abs)));
      }),
    );
  });

  it('has a middle where nothing differs', () => {
    const { colourAt } = headScaleOf(differenceScaling([0, 0]), 'light');
    expect(colourAt(0)).not.toBe(colourAt(1));
  });
});
