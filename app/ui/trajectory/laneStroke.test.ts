import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emotionAt, makeDrawing, maxKeyPoints, type Drawing } from './drawing';
import { strokeLane, traceStroke, type LaneSample } from './laneStroke';

/** As close as a stroke must be kept. */
const close = 0.05;

/** A smooth movement of the hand from one time to another, sampled as a mouse does. */
function handOver(from: number, to: number, height: (share: number) => number): LaneSample[] {
  return Array.from({ length: 90 }, (_, index) => {
    const share = index / 89;
    return { t: from + (to - from) * share, value: height(share) };
  });
}

const furthest = (drawing: Drawing, places: readonly LaneSample[]) =>
  Math.max(...places.map(({ t, value }) => Math.abs(emotionAt(drawing, t).valence - value)));

describe('a stroke in a lane', () => {
  const hills = {
    from: fc.double({ min: 0, max: 0.3, noNaN: true }),
    to: fc.double({ min: 0.6, max: 1, noNaN: true }),
  };
  const shape = fc.record({
    ...hills,
    height: fc.double({ min: 0, max: 0.9, noNaN: true }),
    waves: fc.double({ min: 0, max: 1.15, noNaN: true }),
    phase: fc.double({ min: 0, max: 6, noNaN: true }),
    backwards: fc.boolean(),
  });

  it('becomes 4 to 12 key points that keep close to it, whichever way the hand goes', () => {
    fc.assert(
      fc.property(shape, ({ from, to, height, waves, phase, backwards }) => {
        const places = handOver(from, to, (share) => height * Math.sin(2 * Math.PI * waves * share + phase));
        const drawing = strokeLane([], backwards ? places.toReversed() : places, { dimension: 'valence' });
        expect(drawing.length).toBeGreaterThanOrEqual(4);
        expect(drawing.length).toBeLessThanOrEqual(12);
        expect(furthest(drawing, places)).toBeLessThan(close);
      }),
    );
  });

  it('is kept close to also where it turns more often than a few key points can follow', () => {
    const places = handOver(0, 1, (share) => 0.8 * Math.sin(30 * share));
    const drawing = strokeLane([], places, { dimension: 'valence' });
    expect(drawing.length).toBeGreaterThan(12);
    expect(furthest(drawing, places)).toBeLessThan(close);
  });

  const before = makeDrawing([
    { t: 0, valence: -0.5, arousal: 0.9 },
    { t: 0.2, valence: 0.5, arousal: -0.3 },
    { t: 0.55, valence: 0.2, arousal: 0.6 },
    { t: 0.6, valence: 0, arousal: -0.6 },
    { t: 1, valence: 0.7, arousal: 0.1 },
  ]);

  it('leaves the other side as it was, and both before and after it', () => {
    const places = handOver(0.4, 0.7, (share) => 0.8 - share);
    const drawing = strokeLane(before, places, { dimension: 'valence' });
    expect(furthest(drawing, places)).toBeLessThan(close);
    for (let t = 0; t <= 1; t += 0.01) {
      expect(Math.abs(emotionAt(drawing, t).arousal - emotionAt(before, t).arousal)).toBeLessThan(0.02);
      if (t < 0.38 || t > 0.72)
        expect(emotionAt(drawing, t).valence).toBeCloseTo(emotionAt(before, t).valence, 2);
    }
  });

  it('reaches the ends it comes close to', () => {
    const drawing = strokeLane(
      before,
      handOver(0.01, 0.99, () => 0.3),
      { dimension: 'valence' },
    );
    expect([drawing[0].t, drawing.at(-1)?.t]).toEqual([0, 1]);
    for (const { valence } of drawing) expect(valence).toBeCloseTo(0.3, 6);
  });

  it('never makes more key points than there may be, and keeps the order of time', () => {
    const hand = fc.array(
      fc.record({
        t: fc.double({ min: 0, max: 1, noNaN: true }),
        value: fc.double({ min: -1, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: 120 },
    );
    fc.assert(
      fc.property(fc.array(hand, { maxLength: 6 }), (strokes) => {
        let drawing: Drawing = [];
        for (const places of strokes) drawing = strokeLane(drawing, places, { dimension: 'arousal' });
        expect(drawing.length).toBeLessThanOrEqual(maxKeyPoints);
        drawing.forEach(({ t }, index) => index > 0 && expect(t).toBeGreaterThan(drawing[index - 1].t));
      }),
    );
  });

  it('rubs out what it passes over again', () => {
    const at = (t: number, value: number) => ({ t, value });
    const there = [at(0, 0), at(0.2, 0.2), at(0.4, 0.4), at(0.6, 0.6)];
    expect(traceStroke([...there, at(0.3, -1)])).toEqual([at(0, 0), at(0.2, 0.2), at(0.3, -1), at(0.6, 0.6)]);
    expect(traceStroke([at(0.5, 0), at(0.5, 1)])).toEqual([at(0.5, 1)]);
  });
});
