import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { curveSpread, leastShapeFloor } from '../../affect/shape';
import { library, randomFrom, walk } from '../testing/randomCurves.testing';
import { LibraryMovement } from './libraryMovement';

/** A wave of a standard deviation of 0.3 in valence and 0.6 in arousal, times `size`, `period` points long. */
const wave = (size: number, { points = 240, period = 24 } = {}): EmotionCurve => {
  const side = (deviation: number) =>
    Float32Array.from(
      { length: points },
      (_, index) => size * deviation * Math.SQRT2 * Math.sin((2 * Math.PI * (index + 0.5)) / period),
    );
  return { valence: side(0.3), arousal: side(0.6) };
};

const movementOf = (curves: readonly EmotionCurve[]) => {
  const movement = new LibraryMovement();
  for (const curve of curves) movement.add(curve);
  return movement;
};

describe('LibraryMovement', () => {
  it('tells a third of how much the median track moves, of each dimension', () => {
    const { valence, arousal } = movementOf([wave(0), wave(0.1), wave(1), wave(1), wave(1.1)]).floor();
    expect(valence).toBeCloseTo(0.3 / 3, 2);
    expect(arousal).toBeCloseTo(0.6 / 3, 2);
  });

  it('tells for stretches how much tracks move within so many points', () => {
    const slow = Array.from({ length: 5 }, () => wave(1, { points: 512, period: 512 }));
    const movement = movementOf(slow);
    const floors = [16, 40, 64, 128, 256, 2000].map((points) => movement.floor(points).arousal);
    expect(floors).toEqual([...floors].sort((one, other) => one - other));
    expect(floors[0]).toBe(leastShapeFloor);
    // Within a quarter of its period a sine deviates by 0.3077 of its height on the mean of the squares.
    const cut = [0, 128, 256, 384].map((start) => {
      const arousal = slow[0].arousal.slice(start, start + 128);
      return curveSpread({ valence: arousal, arousal }).arousal.deviation ** 2;
    });
    expect(movement.floor(128).arousal).toBeCloseTo(
      Math.sqrt(cut.reduce((sum, one) => sum + one) / 4) / 3,
      2,
    );
    expect(movement.floor(2000)).toEqual(movement.floor(512));
    expect(movement.floor().arousal).toBeCloseTo(0.2, 2);
  });

  it('is never below the least floor, and at it where nothing is known', () => {
    const least = { valence: leastShapeFloor, arousal: leastShapeFloor };
    expect(new LibraryMovement().floor()).toEqual(least);
    expect(new LibraryMovement().floor(60)).toEqual(least);
    expect(movementOf([wave(0), wave(0.01)]).floor(60)).toEqual(least);
  });

  it('forgets what is taken away', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(30), fc.nat(30), (seed, kept, gone) => {
        const curves = library(seed, kept + gone);
        const movement = movementOf(curves);
        for (const curve of curves.slice(kept)) movement.remove(curve);
        const expected = movementOf(curves.slice(0, kept));
        for (const points of [undefined, 8, 30, 64])
          expect(movement.floor(points)).toEqual(expected.floor(points));
      }),
      { numRuns: 50 },
    );
  });

  it('hardly changes as a track comes to many', () => {
    const random = randomFrom(4);
    const movement = movementOf(Array.from({ length: 300 }, () => walk(random, 0.3)));
    const before = movement.floor();
    movement.add(wave(0));
    movement.add(wave(1.5));
    expect(Math.abs(movement.floor().valence - before.valence)).toBeLessThan(0.004);
  });
});
