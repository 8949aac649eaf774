import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '@/ml/random';
import { correctionOf, mostDifference } from './correction';
import { tieOf } from './tieOf';

/** Frames at 24 a second on a screen of 60: every other one waits for half a picture of the screen. */
const shown = (behind: number, count: number) =>
  Array.from({ length: count }, (_, place) => behind + (place % 2 === 0 ? -1 / 240 : 1 / 240));

describe('correctionOf', () => {
  it('leaves alone what the screen makes of music that is in time', () => {
    for (let count = 0; count < 60; count++)
      for (const behind of [0, 0.0055, -0.0055]) expect(correctionOf(shown(behind, count))).toBe(0);
  });

  it('moves music that is more than 10 ms off, by how far it is', () => {
    for (const behind of [0.0125, -0.0125, 0.02, -0.02]) {
      expect(correctionOf(shown(behind, 4))).toBe(0);
      for (const count of [6, 16, 60]) expect(correctionOf(shown(behind, count))).toBeCloseTo(behind, 2);
    }
  });

  it('is led by no single frame that came late', () => {
    expect(correctionOf([...shown(0.001, 12), 0.2])).toBe(0);
    expect(correctionOf([0.2, ...shown(0.001, 12)])).toBe(0);
    expect(correctionOf([0.2, -0.2, 0.2])).toBe(0);
  });

  it('moves at the third frame what is far off', () => {
    expect(correctionOf([0.15, 0.14])).toBe(0);
    expect(correctionOf([...shown(0, 20), 0.15, 0.14, 0.16])).toBeCloseTo(0.15, 6);
  });

  it('holds music within 10 ms of a picture whose clock drifts, for an hour', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.001, max: 0.001, noNaN: true }), fc.nat(), (drift, seed) => {
        const random = createRandom(seed, 'screen');
        let [moved, behind, worst] = [0, [] as number[], 0];
        for (let frame = 0; frame < 3600 * 24; frame++) {
          const truth = (drift * frame) / 24 - moved;
          worst = Math.max(worst, Math.abs(truth));
          behind = [...behind.slice(-15), truth + random.between(-1 / 120, 1 / 120)];
          const move = correctionOf(behind);
          if (move === 0) continue;
          moved += move;
          behind = [];
        }
        expect(worst).toBeLessThan(mostDifference + 0.005);
      }),
      { numRuns: 3 },
    );
  });
});

describe('tieOf', () => {
  const at = (filmSeconds: number, contextSeconds: number) => ({ filmSeconds, contextSeconds });

  it('is the later of two frames that follow each other as the film does', () => {
    expect(tieOf(at(10, 3), at(10.04, 3.05))).toEqual(at(10.04, 3.05));
  });

  it('asks less of a machine that shows frames late, after some of them', () => {
    expect([0, 3, 4].map((tries) => tieOf(at(10, 3), at(10.5, 3.54), tries) !== null)).toEqual([
      false,
      false,
      true,
    ]);
    expect(tieOf(at(10, 3), at(10.04, 3.2), 9)).toBeNull();
  });

  it('is none while a film that was sought has not gone on, nor by one frame shown twice', () => {
    expect(tieOf(at(10, 3), at(10.04, 3.2))).toBeNull();
    expect(tieOf(at(10, 3), at(10, 3))).toBeNull();
    expect(tieOf(at(10, 3), at(9, 3.04))).toBeNull();
  });
});
