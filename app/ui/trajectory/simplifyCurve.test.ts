import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emotionAt, maxKeyPoints, plainGrain } from './drawing';
import { simplifyCurve } from './simplifyCurve';

describe('simplifyCurve', () => {
  it('keeps close to a smooth curve with few key points', () => {
    const curve = Array.from({ length: 400 }, (_, index) => {
      const t = index / 399;
      return { t, valence: 0.6 * Math.sin(6 * t), arousal: 0.4 * Math.cos(9 * t) };
    });
    const drawing = simplifyCurve(curve, maxKeyPoints);
    expect(drawing.length).toBeLessThan(maxKeyPoints);
    for (const point of curve) expect(emotionAt(drawing, point.t).valence).toBeCloseTo(point.valence, 1);
  });

  it('gives a straight line the fewest key points asked for, evenly spread', () => {
    const straight = Array.from({ length: 101 }, (_, index) => ({
      t: index / 100,
      valence: index / 100,
      arousal: 0,
    }));
    expect(simplifyCurve(straight, maxKeyPoints)).toHaveLength(2);
    const asked = simplifyCurve(straight, maxKeyPoints, { ...plainGrain, fewest: 5 });
    expect(asked.map(({ t }) => t)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });

  it('never makes more key points than allowed', () => {
    const noise = fc.array(
      fc.record({
        t: fc.double({ min: 0, max: 1, noNaN: true }),
        valence: fc.double({ min: -1, max: 1, noNaN: true }),
        arousal: fc.double({ min: -1, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(noise, fc.integer({ min: 2, max: 20 }), (points, most) => {
        const ordered = points.toSorted((one, other) => one.t - other.t);
        expect(simplifyCurve(ordered, most).length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
