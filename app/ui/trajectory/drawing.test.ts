import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addKeyPoint,
  emotionAt,
  extendPath,
  makeDrawing,
  maxKeyPoints,
  moveKeyPoint,
  removeKeyPoint,
  snapTime,
  timeAfter,
  type Drawing,
} from './drawing';

const wild = fc.double({ min: -3, max: 3, noNaN: true });
const anyPoint = fc.record({ t: wild, valence: wild, arousal: wild });
const anyDrawing = fc.array(anyPoint, { maxLength: 100 }).map(makeDrawing);

function expectSound(drawing: Drawing): void {
  expect(drawing.length).toBeLessThanOrEqual(maxKeyPoints);
  drawing.forEach(({ t, valence, arousal }, index) => {
    expect(t).toBeGreaterThanOrEqual(0);
    expect(t).toBeLessThanOrEqual(1);
    expect(Math.max(Math.abs(valence), Math.abs(arousal))).toBeLessThanOrEqual(1);
    if (index > 0) expect(t).toBeGreaterThan(drawing[index - 1].t);
  });
}

describe('drawing', () => {
  it('stays in range, in order and within its size whatever is done to it', () => {
    const deed = fc.record({
      kind: fc.constantFrom('add', 'move', 'remove', 'extend'),
      at: fc.nat(70),
      point: anyPoint,
    });
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 90 }), (deeds) => {
        let drawing: Drawing = [];
        for (const { kind, at, point } of deeds) {
          const index = drawing.length ? at % drawing.length : 0;
          if (kind === 'add') drawing = addKeyPoint(drawing, point);
          else if (kind === 'move') drawing = moveKeyPoint(drawing, index, point);
          else if (kind === 'remove') drawing = removeKeyPoint(drawing, index);
          else drawing = extendPath(drawing, point);
          expectSound(drawing);
        }
      }),
    );
  });

  it('keeps a moved point between its neighbours and its other values as they were', () => {
    const drawing = makeDrawing([
      { t: 0, valence: 0, arousal: 0 },
      { t: 0.5, valence: 0.1, arousal: 0.2 },
      { t: 1, valence: 0, arousal: 0 },
    ]);
    expect(moveKeyPoint(drawing, 1, { t: 5 })[1]).toEqual({ t: 0.9999, valence: 0.1, arousal: 0.2 });
    expect(moveKeyPoint(drawing, 1, { valence: -4 })[1]).toEqual({ t: 0.5, valence: -1, arousal: 0.2 });
    expect(moveKeyPoint(drawing, 9, { t: 0.2 })).toBe(drawing);
  });

  it('keeps two points of one time as a hard cut, and of more the first and the last', () => {
    const at = (t: number, valence: number) => ({ t, valence, arousal: 0 });
    const cut = makeDrawing([at(0, 0), at(0.5, -0.4), at(0.5, 0.1), at(0.5, 0.4), at(1, 0.2)]);
    expect(cut).toEqual([at(0, 0), at(0.5, -0.4), at(0.5001, 0.4), at(1, 0.2)]);
    expect(emotionAt(cut, 0.4999).valence).toBeCloseTo(-0.4, 3);
    expect(emotionAt(cut, 0.5002).valence).toBeCloseTo(0.4, 3);
    expect(makeDrawing([at(0, 0), at(1, 0.1), at(1, 0.9)])).toEqual([at(0, 0), at(0.9999, 0.1), at(1, 0.9)]);
    // No room beside it, or no difference: one point.
    expect(makeDrawing([at(0.5, 0), at(0.5, 1), at(0.5001, 0.5)])).toHaveLength(2);
    expect(makeDrawing([at(0.5, 0.3), at(0.5, 0.3)])).toEqual([at(0.5, 0.3)]);
  });

  it('finds room after every key point', () => {
    fc.assert(
      fc.property(anyDrawing, fc.nat(70), (drawing, at) => {
        fc.pre(drawing.length > 0 && drawing.length < maxKeyPoints);
        const t = timeAfter(drawing, at % drawing.length);
        expect(t).toBeGreaterThanOrEqual(0);
        expect(t).toBeLessThanOrEqual(1);
      }),
    );
    expect(timeAfter([{ t: 1, valence: 0, arousal: 0 }], 0)).toBe(0.5);
  });

  it('takes a time pointed at close to an end for the end', () => {
    expect([snapTime(0.01), snapTime(0.5), snapTime(0.99), snapTime(-1)]).toEqual([0, 0.5, 1, 0]);
  });

  it('leads a path on in even steps', () => {
    let path: Drawing = [];
    for (const valence of [0, 0.1, 0.2, 0.3]) path = extendPath(path, { valence, arousal: 0 });
    expect(path.map((point) => point.t)).toEqual([0, expect.closeTo(1 / 3, 3), expect.closeTo(2 / 3, 3), 1]);
    expect(path.map((point) => point.valence)).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it('reads straight lines between points and holds the ends', () => {
    const drawing = makeDrawing([
      { t: 0.2, valence: -0.5, arousal: 0 },
      { t: 0.6, valence: 0.5, arousal: 1 },
    ]);
    expect(emotionAt(drawing, 0)).toEqual({ valence: -0.5, arousal: 0 });
    expect(emotionAt(drawing, 1)).toEqual({ valence: 0.5, arousal: 1 });
    expect(emotionAt(drawing, 0.4).valence).toBeCloseTo(0, 6);
    expect(emotionAt(drawing, 0.3).arousal).toBeCloseTo(0.25, 6);
    fc.assert(
      fc.property(anyDrawing, fc.double({ min: 0, max: 1, noNaN: true }), (any, t) => {
        const { valence, arousal } = emotionAt(any, t);
        expect(Math.max(Math.abs(valence), Math.abs(arousal))).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
