import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emotionAt, makeDrawing } from './drawing';
import { shareIn, shownPart, timeIn, wholeTime } from './timeWindow';

const value = fc.double({ min: -1, max: 1, noNaN: true });
const point = fc.record({ t: fc.double({ min: 0, max: 1, noNaN: true }), valence: value, arousal: value });
const drawn = fc.array(point, { minLength: 2, maxLength: 30 }).map((points) => makeDrawing(points));
const windows = fc
  .tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 1000 }))
  .filter(([from, to]) => from < to)
  .map(([from, to]) => ({ from: from / 1000, to: to / 1000 }));

describe('shownPart', () => {
  it('shows in a window what the whole line is there', () => {
    fc.assert(
      fc.property(drawn, windows, fc.double({ min: 0, max: 1, noNaN: true }), (drawing, shown, share) => {
        const part = shownPart(drawing, shown);
        const t = timeIn(shown, share);
        if (part.length < 2 || share < part[0].t || share > part[part.length - 1].t) return;
        expect(emotionAt(part, share).valence).toBeCloseTo(emotionAt(drawing, t).valence, 6);
      }),
    );
  });

  it('is cut at the edges of the window', () => {
    const line = [
      { t: 0, valence: 0, arousal: 1 },
      { t: 1, valence: 1, arousal: 0 },
    ];
    expect(shownPart(line, { from: 0.25, to: 0.75 })).toEqual([
      { t: 0, valence: 0.25, arousal: 0.75 },
      { t: 1, valence: 0.75, arousal: 0.25 },
    ]);
    expect(shownPart(line, wholeTime)).toEqual(line);
    expect(shownPart([{ t: 0.1, valence: 0, arousal: 0 }], { from: 0.5, to: 1 })).toEqual([]);
  });

  it('goes there and back', () => {
    expect(shareIn({ from: 0.2, to: 0.4 }, timeIn({ from: 0.2, to: 0.4 }, 0.3))).toBeCloseTo(0.3, 12);
  });
});
