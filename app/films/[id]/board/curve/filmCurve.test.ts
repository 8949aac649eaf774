import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDrawing } from '@/app/ui/trajectory/drawing';
import { curveOfDrawing, drawingOfCurve, filmGrain } from './filmCurve';

describe('the curve of a film as a drawing', () => {
  it('comes back as it was, to the microsecond, of films up to a day', () => {
    const times = fc.array(fc.integer({ min: 0, max: 1e9 }), { maxLength: 20 });
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 86_400 }), (parts, lengthSeconds) => {
        const curve = parts
          .map((part) => Math.round((part / 1e9) * lengthSeconds * 1e6) / 1e6)
          .toSorted((one, other) => one - other)
          .map((t) => ({ t, valence: 0.5, arousal: -0.25 }));
        const distinct = curve.filter(({ t }, index) => index === 0 || t > curve[index - 1].t);
        const grain = filmGrain(lengthSeconds * 24);
        const drawing = makeDrawing(drawingOfCurve(distinct, lengthSeconds), grain);
        expect(curveOfDrawing(drawing, lengthSeconds)).toEqual(distinct);
      }),
    );
  });
});
