import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certainPlace } from './certainPlace';

/** As a search knows costs: Infinity where they exceed the cutoff. */
const costsOf =
  (costs: readonly number[]) =>
  (start: number, cutoff = Infinity) =>
    costs[start] <= cutoff ? costs[start] : Infinity;

const place = (costs: readonly number[], start: number) =>
  certainPlace(costsOf(costs), { start, starts: costs.length, hopSeconds: 0.5 });

describe('certainPlace', () => {
  it('reaches as far as what costs 10 % more at most, without a break', () => {
    expect(place([5, 1.2, 1.09, 1, 1.1, 1.05, 2, 5], 3)).toEqual({
      ...{ earliest: 1, latest: 2.5, plusMinusSeconds: 1, rivals: [] },
    });
  });

  it('is certain to half a sample where the neighbours cost more', () => {
    expect(place([3, 0, 3], 1)).toEqual({ earliest: 0.5, latest: 0.5, plusMinusSeconds: 0.25, rivals: [] });
  });

  it('names the best of each other stretch that fits about as well', () => {
    expect(place([1.05, 1.02, 4, 4, 1, 4, 0.9, 0.95], 4)).toMatchObject({ rivals: [0.5, 3] });
  });

  it('holds all that fits about as well, and nothing else', () => {
    const costs = fc.array(fc.double({ min: 0.5, max: 3, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(costs, fc.nat(), (list, any) => {
        const start = any % list.length;
        const { earliest, latest, rivals } = place(list, start);
        const fits = (index: number) => list[index] <= list[start] * 1.1;
        for (let index = 2 * earliest; index <= 2 * latest; index++) expect(fits(index)).toBe(true);
        expect(fits(2 * earliest - 1)).toBe(false);
        expect(fits(2 * latest + 1)).toBe(false);
        for (const rival of rivals) expect(fits(2 * rival)).toBe(true);
        const others = list.filter((_, index) => fits(index) && (index < 2 * earliest || index > 2 * latest));
        expect(rivals.length > 0).toBe(others.length > 0);
      }),
    );
  });
});
