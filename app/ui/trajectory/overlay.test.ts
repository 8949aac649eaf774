import { describe, expect, it } from 'vitest';
import { curveSpread } from '@/ml/affect/shape';
import { makeDrawing } from './drawing';
import { overlayOf } from './overlay';

const drawing = makeDrawing([
  { t: 0, valence: -0.5, arousal: 0 },
  { t: 1, valence: 0.5, arousal: 0 },
]);
const curve = {
  valence: Float32Array.from([0.1, 0.2, 0.3, 0.4]),
  arousal: Float32Array.from([0, 0, 0, 0]),
};
const floor = { valence: 0.05, arousal: 0.05 };
const asItIs = { floor, scaled: false };
const answered = { curve, spread: curveSpread(curve) };
const straight = {
  path: [
    [0, 2],
    [1, 3],
    [2, 4],
    [3, 5],
  ] as const,
  ...answered,
  error: [0.1, 0.2, 0.3, 0.4],
  worst: { start: 1.5, end: 2 },
};

describe('overlayOf', () => {
  it('shows the section alone, at its true level unless asked otherwise', () => {
    const overlay = overlayOf(straight, { drawing, ...asItIs, queryHop: 0.5 });
    expect(overlay.line.map((point) => point.valence)).toEqual(
      [0.1, 0.2, 0.3, 0.4].map((value) => expect.closeTo(value, 6) as number),
    );
    expect(overlay.line.map((point) => point.t)).toEqual([0.125, 0.375, 0.625, 0.875]);
    expect(overlay.scaled).toBe(false);
    expect(overlay.errors[3]).toEqual({ t: 0.875, value: 0.4 });
    expect(overlay.worst).toEqual({ start: 0.75, end: 1 });
  });

  it('brings a shape to the scale of the drawing', () => {
    const overlay = overlayOf(straight, { drawing, floor, scaled: true, queryHop: 0.5 });
    const drawn = [-0.375, -0.125, 0.125, 0.375];
    overlay.line.forEach((point, index) => expect(point.valence).toBeCloseTo(drawn[index], 5));
    expect(overlay.scaled).toBe(true);
  });

  it('does not stretch what the search took for flat until it fits', () => {
    const wide = { valence: 0.5, arousal: 0.5 };
    const { line } = overlayOf(straight, { drawing, floor: wide, scaled: true, queryHop: 0.5 });
    const values = line.map(({ valence }) => valence);
    expect(Math.max(...values) - Math.min(...values)).toBeCloseTo(0.3, 5);
  });

  it('ties each moment of the drawing to its answer', () => {
    const warped = {
      path: [
        [0, 2],
        [1, 2],
        [2, 4],
        [3, 5],
      ] as const,
      ...answered,
      error: [0, 0, 0, 0],
      worst: { start: 0, end: 0.5 },
    };
    const [, second] = overlayOf(warped, { drawing, ...asItIs, queryHop: 0.5 }).ties;
    expect(second.drawn).toMatchObject({ t: 0.375, valence: expect.closeTo(-0.125, 6) as number });
    expect(second.matched.t).toBe(0.125);
  });

  it('joins no more moments than can be told apart', () => {
    const long = Float32Array.from({ length: 64 }, (_, index) => index / 64);
    const whole = { valence: long, arousal: long };
    const match = {
      path: Array.from({ length: 64 }, (_, index) => [index, index] as const),
      error: new Array<number>(64).fill(0),
      worst: { start: 0, end: 0.125 },
      curve: whole,
      spread: curveSpread(whole),
    };
    const overlay = overlayOf(match, { drawing, ...asItIs, queryHop: 1 / 64 });
    expect(overlay.line).toHaveLength(64);
    expect(overlay.ties.length).toBeLessThanOrEqual(28);
  });
});
