import { describe, expect, it } from 'vitest';
import { demoPieces } from './demoPieces';
import { intendedCurve } from './intendedCurve';

const steady = demoPieces.filter(({ moving }) => !moving);
const moving = demoPieces.filter((piece) => piece.moving);

/** Valence and arousal at 64 places, each less its mean and over its standard deviation, one after the other. */
function shapeOf(piece: (typeof demoPieces)[number]): number[] {
  const { valence, arousal } = intendedCurve(piece);
  return [valence, arousal].flatMap((curve) => {
    const samples = Array.from({ length: 64 }, (_, i) => curve[Math.floor(((i + 0.5) / 64) * curve.length)]);
    const mean = samples.reduce((sum, value) => sum + value, 0) / 64;
    const deviation = Math.sqrt(samples.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 64);
    return samples.map((value) => (value - mean) / deviation);
  });
}

describe('demoPieces', () => {
  it('are 36 of 30 to 60 s, a third of them moving, each with its own name and seed', () => {
    expect(demoPieces.length).toBe(36);
    expect(moving.length).toBe(12);
    for (const name of ['slug', 'title', 'seed'] as const) {
      expect(new Set(demoPieces.map((piece) => piece[name])).size).toBe(36);
    }
    for (const { durationSeconds, slug } of demoPieces) {
      expect(durationSeconds).toBeGreaterThanOrEqual(30);
      expect(durationSeconds).toBeLessThanOrEqual(60);
      expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
    }
  });

  it('have key points in order, within the piece and the plane', () => {
    for (const { keyPoints, durationSeconds } of demoPieces) {
      keyPoints.forEach(({ t, valence, arousal }, i) => {
        expect(t).toBeGreaterThan(i === 0 ? -1e-9 : keyPoints[i - 1].t);
        expect(t).toBeLessThanOrEqual(durationSeconds);
        expect(Math.max(Math.abs(valence), Math.abs(arousal))).toBeLessThanOrEqual(1);
      });
    }
  });

  it('stand steady in every quadrant, near every corner and in the middle', () => {
    const points = steady.map(({ keyPoints }) => keyPoints[0]);
    for (const v of [-1, 1]) {
      for (const a of [-1, 1]) {
        expect(
          points.filter(({ valence, arousal }) => valence * v > 0 && arousal * a > 0).length,
        ).toBeGreaterThanOrEqual(5);
        expect(points.some(({ valence, arousal }) => valence * v > 0.75 && arousal * a > 0.75)).toBe(true);
      }
    }
    expect(points.some(({ valence, arousal }) => Math.hypot(valence, arousal) < 0.1)).toBe(true);
  });

  it('stand apart from one another', () => {
    for (const [i, a] of steady.entries()) {
      for (const b of steady.slice(i + 1)) {
        const [p, q] = [a.keyPoints[0], b.keyPoints[0]];
        expect(
          Math.hypot(p.valence - q.valence, p.arousal - q.arousal),
          `${a.slug}, ${b.slug}`,
        ).toBeGreaterThan(0.15);
      }
    }
  });

  it('move through a good part of the plane in valence and in arousal', () => {
    for (const piece of moving) {
      const { valence, arousal } = intendedCurve(piece);
      for (const curve of [valence, arousal]) {
        expect(Math.max(...curve) - Math.min(...curve), piece.slug).toBeGreaterThan(0.95);
      }
    }
  });

  it('move in shapes that stay distinct when level and size are taken away', () => {
    const shapes = moving.map(shapeOf);
    for (const [i, a] of shapes.entries()) {
      for (const [k, b] of shapes.slice(i + 1).entries()) {
        const distance = Math.sqrt(a.reduce((sum, value, j) => sum + (value - b[j]) ** 2, 0) / a.length);
        expect(distance, `${moving[i].slug}, ${moving[i + 1 + k].slug}`).toBeGreaterThan(0.45);
      }
    }
  });
});
