import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrowsAlong, smoothPath } from './pathArrows';

describe('arrowsAlong', () => {
  it('spaces arrows by length, pointing where the path goes', () => {
    const path = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
    ];
    expect(arrowsAlong(path, 10)).toEqual([
      { x: 5, y: 0, degrees: 0 },
      { x: 10, y: 5, degrees: 90 },
    ]);
  });

  it('draws none on a path that stands still', () => {
    expect(arrowsAlong(Array(9).fill({ x: 3, y: 3 }), 2)).toEqual([]);
  });

  it('has as many as the length asks for', () => {
    const places = fc.array(
      fc.record({ x: fc.integer({ min: 0, max: 100 }), y: fc.integer({ min: 0, max: 100 }) }),
      { minLength: 2, maxLength: 30 },
    );
    fc.assert(
      fc.property(places, (path) => {
        const length = path
          .slice(1)
          .reduce(
            (sum, place, index) => sum + Math.hypot(place.x - path[index].x, place.y - path[index].y),
            0,
          );
        const wanted = Math.floor(length / 7 + 0.5);
        expect(Math.abs(arrowsAlong(path, 7).length - wanted)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('smoothPath', () => {
  it('keeps a straight line’s inner places and a still path', () => {
    const straight = Array.from({ length: 7 }, (_, index) => ({ x: index, y: 2 * index }));
    expect(smoothPath(straight, 2).slice(2, 5)).toEqual(straight.slice(2, 5));
    expect(smoothPath([{ x: 1, y: 1 }], 3)).toEqual([{ x: 1, y: 1 }]);
  });
});
