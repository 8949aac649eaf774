import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawingOfCsv } from './curveCsv';
import { emotionAt, maxKeyPoints } from './drawing';
import { simplifyCurve } from './simplifyCurve';

describe('drawingOfCsv', () => {
  it('reads a curve with its heading and length', () => {
    const read = drawingOfCsv('time_s,valence,arousal\r\n0,-0.5,0.1\r\n10,0,0.9\r\n20,0.5,0.1\r\n');
    expect(read.durationSeconds).toBe(20);
    expect(read.drawing).toEqual([
      { t: 0, valence: -0.5, arousal: 0.1 },
      { t: 0.5, valence: 0, arousal: 0.9 },
      { t: 1, valence: 0.5, arousal: 0.1 },
    ]);
  });

  it('reads semicolons and further columns, in any order of time', () => {
    expect(drawingOfCsv('4;1;0;x\n2;-1;0;y').drawing.map((point) => point.valence)).toEqual([-1, 1]);
  });

  it('names the line it cannot read', () => {
    expect(() => drawingOfCsv('0,0.1,0.2\n1,5,0')).toThrow('invalid CURVE: line 2: valence 5');
    expect(() => drawingOfCsv('time,valence,arousal\n')).toThrow('no points');
    expect(() => drawingOfCsv('0,0,0\n9999,0,0')).toThrow('at most 3600 s');
    expect(() => drawingOfCsv('0,,0')).toThrow('invalid CURVE: line 1: valence missing');
  });
});

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
