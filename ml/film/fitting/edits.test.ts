import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random';
import { editSeconds, leastBars, mostJoins } from './filmEdit';
import { randomEdit } from './randomEdits';
import { splicedCurve, splicedSound, trackTime } from './spliced';
import { undoneJoin } from './undoneJoin';

const edit = {
  pieces: [
    { startSeconds: 10, endSeconds: 30 },
    { startSeconds: 50, endSeconds: 70 },
    { startSeconds: 5, endSeconds: 25 },
  ],
};

describe('an edit', () => {
  it('may have three joins a minute', () => {
    expect([19, 20, 59, 60, 90].map(mostJoins)).toEqual([0, 1, 2, 3, 4]);
  });

  it('plays its pieces one after the other', () => {
    expect(editSeconds(edit)).toBe(60);
    expect([0, 19.9, 20, 39, 40, 59, 60].map((time) => trackTime(edit, time))).toEqual([
      10, 29.9, 50, 69, 5, 24, 25,
    ]);
  });

  it('has the curve of its pieces', () => {
    const line = Float32Array.from({ length: 200 }, (_, sample) => (sample + 0.5) / 200);
    const { valence, arousal } = splicedCurve({ valence: line, arousal: line.map((v) => -v) }, edit, 120);
    expect(valence[0]).toBeCloseTo(10.25 / 100, 5);
    expect(valence[40]).toBeCloseTo(50.25 / 100, 5);
    expect(arousal[119]).toBeCloseTo(-24.75 / 100, 5);
  });

  it('without a join goes on where it was left, with what lies ahead, and is as long', () => {
    expect(undoneJoin(edit, 0, 200)).toEqual({
      pieces: [{ startSeconds: 10, endSeconds: 70 }],
    });
    expect(undoneJoin(edit, 1, 200)).toEqual({
      pieces: [
        { startSeconds: 10, endSeconds: 30 },
        { startSeconds: 50, endSeconds: 90 },
      ],
    });
    expect(undoneJoin(edit, 1, 80)).toBeUndefined();
  });

  it('at random bars keeps the rules of pieces', () => {
    const barSeconds = Array.from({ length: 60 }, (_, bar) => 1 + bar * 1.9);
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 3 }), (seed, joins) => {
        const space = { barSeconds, trackSeconds: 116, durationSeconds: 75, joins };
        const found = randomEdit(space, createRandom(seed, 'edits'))!;
        expect(found.pieces.length).toBe(joins + 1);
        expect(editSeconds(found)).toBeCloseTo(75, 9);
        for (const { startSeconds, endSeconds } of found.pieces) {
          expect(endSeconds - startSeconds).toBeGreaterThan(leastBars * 1.9 - 0.6);
          expect(endSeconds).toBeLessThanOrEqual(116);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('the sound of an edit', () => {
  const rateHz = 16_000;

  it('is not heard to be joined where both places are the same', () => {
    const track = Float32Array.from({ length: 10 * rateHz }, (_, i) =>
      Math.sin((2 * Math.PI * 100 * i) / rateHz),
    );
    const pieces = [
      { startSeconds: 1, endSeconds: 3 },
      { startSeconds: 6, endSeconds: 8 },
    ];
    const sound = splicedSound(track, { pieces });
    expect(sound.length).toBe(4 * rateHz);
    for (let i = 0; i < sound.length; i += 7)
      expect(Math.abs(sound[i] - Math.sin((2 * Math.PI * 100 * i) / rateHz))).toBeLessThan(1e-3);
  });

  it('keeps its power where they are not, and is the track’s own 30 ms away', () => {
    const random = createRandom(2, 'noise');
    const track = Float32Array.from({ length: 10 * rateHz }, () => random.between(-1, 1));
    const pieces = [
      { startSeconds: 1, endSeconds: 3 },
      { startSeconds: 6, endSeconds: 8 },
    ];
    const sound = splicedSound(track, { pieces });
    const join = 2 * rateHz;
    const power = (from: number, to: number) =>
      sound.subarray(from, to).reduce((sum, value) => sum + value * value, 0) / (to - from);
    expect(power(join - 400, join + 80)).toBeGreaterThan(0.25);
    expect(power(join - 400, join + 80)).toBeLessThan(0.42);
    expect(sound[join - 500]).toBe(track[3 * rateHz - 500]);
    expect(sound[join + 100]).toBe(track[6 * rateHz + 100]);
  });
});
