import fc from 'fast-check';
import { expect, it } from 'vitest';
import { median } from '../../statistics/quantile';
import { SlidingMedians } from './slidingMedians';

it('sliding medians are those of the values that the windows hold', () => {
  const level = fc.double({ min: 0, max: 9, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(level, level), { minLength: 1, maxLength: 40 }), (pairs) => {
      const medians = new SlidingMedians(2, 5);
      const held = [0, 1].map((window) => new Array<number>(5).fill(pairs[0][window]));
      held.forEach(([value], window) => medians.fill(window, value));
      pairs.forEach((pair, turn) =>
        pair.forEach((value, window) => {
          medians.exchange(window, held[window][turn % 5], value);
          held[window][turn % 5] = value;
          expect(medians.median(window)).toBe(median(held[window]));
        }),
      );
    }),
  );
});
