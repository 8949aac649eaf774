import fc from 'fast-check';
import { expect, it } from 'vitest';
import { straightened } from './straightened';

it('lines between the places that are kept stay within the tolerance', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 200 }),
      (values) => {
        const places = straightened(values, 0.1);
        expect([places[0], places.at(-1)]).toEqual([0, values.length - 1]);
        for (let i = 1; i < places.length; i++) {
          const [from, to] = [places[i - 1], places[i]];
          expect(to).toBeGreaterThan(from);
          for (let at = from; at <= to; at++) {
            const line = values[from] + ((values[to] - values[from]) * (at - from)) / (to - from);
            expect(Math.abs(values[at] - line)).toBeLessThanOrEqual(0.1 + 1e-12);
          }
        }
      },
    ),
  );
});

it('a straight line has two, a corner three, and nothing none', () => {
  expect(straightened([0, 1, 2, 3], 0.1)).toEqual([0, 3]);
  expect(straightened([0, 1, 2, 1, 0], 0.1)).toEqual([0, 2, 4]);
  expect(straightened([], 0.1)).toEqual([]);
});
