import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TrackSet } from '../trackSet';
import { type PlanePoint, PointGrid } from './pointGrid';

/** Coarse coordinates bring ties and points on the borders of cells; fine ones the rest. */
const coordinate = fc.oneof(
  fc.integer({ min: -8, max: 8 }).map((eighths) => eighths / 8),
  fc.double({ min: -1, max: 1, noNaN: true }),
);
const point = fc.record({ valence: coordinate, arousal: coordinate });
const points = fc.array(point, { maxLength: 300 });

function bruteForce(tracks: Map<number, PlanePoint>, target: PlanePoint, limit: number): number[] {
  const square = ({ valence, arousal }: PlanePoint) =>
    (valence - target.valence) * (valence - target.valence) +
    (arousal - target.arousal) * (arousal - target.arousal);
  return [...tracks]
    .sort(([a, one], [b, other]) => square(one) - square(other) || a - b)
    .slice(0, limit)
    .map(([trackId]) => trackId);
}

const idsOf = (found: { trackId: number }[]) => found.map(({ trackId }) => trackId);

describe('PointGrid', () => {
  it('finds what ranking every point finds, ties by track id, after points came, moved and went', () => {
    fc.assert(
      fc.property(
        fc.record({ points, moved: points, gone: fc.array(fc.nat(300)), settle: fc.boolean() }),
        point,
        fc.integer({ min: 1, max: 40 }),
        (change, target, limit) => {
          const grid = new PointGrid();
          const tracks = new Map<number, PlanePoint>();
          for (const list of [change.points, change.moved]) {
            list.forEach((at, index) => {
              grid.set(3 * index + 1, at);
              tracks.set(3 * index + 1, at);
            });
          }
          for (const index of change.gone) {
            grid.delete(3 * index + 1);
            tracks.delete(3 * index + 1);
          }
          if (change.settle) grid.settle();
          expect(grid.size).toBe(tracks.size);
          expect(idsOf(grid.nearest(target, limit))).toEqual(bruteForce(tracks, target, limit));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds the nearest of the tracks that a filter lets through, many or few', () => {
    fc.assert(
      fc.property(points, fc.array(fc.nat(400)), point, (list, allowed, target) => {
        const grid = new PointGrid();
        list.forEach((at, index) => grid.set(index, at));
        const among = TrackSet.of(allowed);
        const through = new Map([...list.entries()].filter(([index]) => among.has(index)));
        for (const limit of [1, 10, 200]) {
          expect(idsOf(grid.nearest(target, limit, among))).toEqual(bruteForce(through, target, limit));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('tells distances in units of the plane', () => {
    const grid = new PointGrid();
    grid.set(7, { valence: 0.3, arousal: -0.4 });
    expect(grid.nearest({ valence: 0, arousal: 0 }, 1)).toEqual([{ trackId: 7, distance: 0.5 }]);
  });

  it('refuses a point outside the plane', () => {
    expect(() => new PointGrid().set(1, { valence: 1.5, arousal: 0 })).toThrow('invalid point: 1.5, 0');
    expect(() => new PointGrid().set(1, { valence: NaN, arousal: 0 })).toThrow('invalid point: NaN');
  });
});
