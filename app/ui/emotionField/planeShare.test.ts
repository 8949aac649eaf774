import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampPoint } from '../clampAffect';
import { fromShare, shareOfPointer, toShare } from './planeShare';

describe('planeShare', () => {
  it('puts the pleasant and energetic corner at the top right', () => {
    expect(toShare({ valence: 1, arousal: 1 })).toEqual({ x: 1, y: 0 });
    expect(fromShare({ x: 0, y: 1 })).toEqual({ valence: -1, arousal: -1 });
    expect(fromShare({ x: 7, y: 0.5 })).toEqual({ valence: 1, arousal: 0 });
  });

  it('goes there and back within a thousandth, and never leaves the plane', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (valence, arousal) => {
        const point = clampPoint({ valence, arousal });
        expect(Math.max(Math.abs(point.valence), Math.abs(point.arousal))).toBeLessThanOrEqual(1);
        expect(fromShare(toShare(point))).toEqual(point);
      }),
    );
  });

  it('finds a pointer in a box', () => {
    const box = { left: 100, top: 50, width: 200, height: 400 } as DOMRect;
    expect(shareOfPointer({ clientX: 150, clientY: 250 }, box)).toEqual({ x: 0.25, y: 0.5 });
  });
});
