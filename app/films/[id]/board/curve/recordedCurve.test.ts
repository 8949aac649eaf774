import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emotionAt, makeDrawing } from '@/app/ui/trajectory/drawing';
import { filmGrain } from './filmCurve';
import { recordedCurve } from './recordedCurve';

const grain = filmGrain(2400);
const value = fc.double({ min: -1, max: 1, noNaN: true });
const point = fc.record({ t: fc.double({ min: 0, max: 1, noNaN: true }), valence: value, arousal: value });
const drawn = fc.array(point, { minLength: 1, maxLength: 20 }).map((points) => makeDrawing(points, grain));

describe('recordedCurve', () => {
  it('leaves all outside of the recorded stretch as it was, and is the recording within', () => {
    fc.assert(
      fc.property(
        drawn,
        fc.double({ min: 0.1, max: 0.5, noNaN: true }),
        fc.nat(1000),
        (drawing, start, at) => {
          const samples = Array.from({ length: 50 }, (_, index) => {
            const t = start + (0.4 * index) / 49;
            return { t, valence: Math.sin(9 * t), arousal: Math.cos(5 * t) };
          });
          const next = recordedCurve(drawing, samples, grain);
          next.forEach(({ t }, index) => index > 0 && expect(t).toBeGreaterThan(next[index - 1].t));
          const t = at / 1000;
          if (t < start - grain.leastGap || t > start + 0.4 + grain.leastGap)
            expect(emotionAt(next, t).valence).toBeCloseTo(emotionAt(drawing, t).valence, 6);
          if (t > start && t < start + 0.4)
            expect(emotionAt(next, t).valence).toBeCloseTo(Math.sin(9 * t), 1);
        },
      ),
    );
  });

  it('is the recording alone where nothing was drawn', () => {
    expect(recordedCurve([], [{ t: 0.5, valence: 1, arousal: 0 }], grain)).toEqual([
      { t: 0.5, valence: 1, arousal: 0 },
    ]);
  });
});
