import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { emotionAt, maxKeyPoints, type Drawing } from './drawing';
import { strokePath } from './pathStroke';

/** A bow of the hand through the plane. */
const bow = ({ turn, radius, phase }: { turn: number; radius: number; phase: number }): EmotionPoint[] =>
  Array.from({ length: 80 }, (_, index) => {
    const angle = phase + (turn * index) / 79;
    return { valence: radius * Math.cos(angle), arousal: radius * Math.sin(angle) };
  });

/** How far a place lies from the nearest of a path. */
function away(path: Drawing, place: EmotionPoint): number {
  const along = Array.from({ length: 2001 }, (_, index) => emotionAt(path, index / 2000));
  return Math.min(
    ...along.map((point) => Math.hypot(point.valence - place.valence, point.arousal - place.arousal)),
  );
}

describe('a stroke through the plane', () => {
  it('becomes 4 to 12 key points over the whole time that keep close to it', () => {
    const any = fc.record({
      turn: fc.double({ min: -4, max: 4, noNaN: true }),
      radius: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      phase: fc.double({ min: 0, max: 6, noNaN: true }),
    });
    fc.assert(
      fc.property(any, (shape) => {
        fc.pre(Math.abs(shape.turn) > 0.2);
        const places = bow(shape);
        const path = strokePath([], places);
        expect(path.length).toBeGreaterThanOrEqual(4);
        expect(path.length).toBeLessThanOrEqual(12);
        expect([path[0].t, path.at(-1)?.t]).toEqual([0, 1]);
        for (const place of [places[0], places[20], places[40], places[79]])
          expect(away(path, place)).toBeLessThan(0.05);
      }),
      { numRuns: 40 },
    );
  });

  it('leads on what was there, which shares the time before it', () => {
    const before = [
      { t: 0, valence: -0.9, arousal: -0.9 },
      { t: 1, valence: 0.9, arousal: 0 },
    ];
    const path = strokePath(before, bow({ turn: 3, radius: 0.9, phase: 0 }));
    expect(path.slice(0, 2).map(({ valence }) => valence)).toEqual([-0.9, 0.9]);
    expect(path[1].t).toBeCloseTo(1 / (path.length - 1), 3);
    expect(path[2].t).toBeCloseTo(2 / (path.length - 1), 3);
    expect(path.at(-1)?.t).toBe(1);
  });

  it('changes nothing where there is no room', () => {
    const full = Array.from({ length: maxKeyPoints }, (_, index) => ({
      t: index / (maxKeyPoints - 1),
      valence: 0,
      arousal: 0,
    }));
    expect(strokePath(full, bow({ turn: 3, radius: 0.5, phase: 0 }))).toBe(full);
  });
});
