import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emotionAt } from './drawing';
import { lineThrough } from './lineThrough';

const weights = { valence: 1, arousal: 1 };
const value = fc.double({ min: -1, max: 1, noNaN: true });
const curve = fc
  .array(fc.record({ valence: value, arousal: value }), { minLength: 3, maxLength: 9 })
  .map((points) => points.map((point, index) => ({ ...point, t: index / (points.length - 1) })));
type Points = Parameters<typeof lineThrough>[0];

const distance = (line: Points, points: Points) =>
  Math.max(
    ...points.map((point) => {
      const { valence, arousal } = emotionAt(line, point.t);
      return Math.max(Math.abs(valence - point.valence), Math.abs(arousal - point.arousal));
    }),
  );

/** Every way to keep `count` of the points, the ends among them. */
function* choices(points: Points, count: number): Generator<Points> {
  for (let bits = 0; bits < 2 ** (points.length - 2); bits++) {
    const kept = points.filter(
      (_, index) => index === 0 || index === points.length - 1 || (bits >> (index - 1)) & 1,
    );
    if (kept.length === count) yield kept;
  }
}

describe('lineThrough', () => {
  it('is the nearest of all lines of its number of points', () => {
    fc.assert(
      fc.property(curve, fc.integer({ min: 2, max: 6 }), (points, count) => {
        const most = Math.min(count, points.length);
        const line = lineThrough(points, { weights, most, isEnough: () => false });
        expect(line).toHaveLength(most);
        const best = Math.min(...[...choices(points, most)].map((other) => distance(other, points)));
        expect(distance(line, points)).toBeCloseTo(best, 5);
      }),
    );
  });

  it('takes no more points than will do', () => {
    const bend = [0, 1, 2, 3, 4].map((index) => ({
      t: index / 4,
      valence: index < 3 ? 0 : (index - 2) / 4,
      arousal: 0,
    }));
    const line = lineThrough(bend, { weights, most: 5, isEnough: (away) => away < 1e-9 });
    expect(line).toEqual([bend[0], bend[2], bend[4]]);
  });
});
