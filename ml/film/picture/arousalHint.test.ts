import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arousalHint, hintHopSeconds } from './arousalHint';

const rateHz = 24;
const seconds = 120;
const still = { cuts: [], motion: new Float32Array(rateHz * seconds).fill(0.1), rateHz, loudness: null };
const meanOf = (hint: Float32Array, from: number, to: number) => {
  const part = hint.subarray(from / hintHopSeconds, to / hintHopSeconds);
  return part.reduce((sum, value) => sum + value, 0) / part.length;
};
const busy = (second: number) => second >= 60 && second < 90;

describe('a guess at arousal', () => {
  it('has a value each half second of the film', () => {
    expect(arousalHint(still)).toHaveLength(240);
    expect(arousalHint({ ...still, motion: new Float32Array(0) })).toEqual(new Float32Array(1));
  });

  it('is level where nothing varies', () => {
    expect(
      Math.max(...arousalHint({ ...still, loudness: new Float32Array(240).fill(-20) }).map(Math.abs)),
    ).toBeLessThan(1e-6);
  });

  it.each([
    ['is cut fast', { ...still, cuts: Array.from({ length: 30 }, (_, i) => rateHz * (60 + i)) }],
    ['moves', { ...still, motion: still.motion.map((_, frame) => (busy(frame / rateHz) ? 0.5 : 0.1)) }],
    [
      'is loud',
      { ...still, loudness: Float32Array.from({ length: 240 }, (_, i) => (busy(i / 2) ? -10 : -40)) },
    ],
  ])('is high where a film %s', (_, question) => {
    const hint = arousalHint(question);
    expect(meanOf(hint, 65, 85)).toBeGreaterThan(0.3);
    expect(meanOf(hint, 0, 50)).toBeLessThan(0);
    expect(meanOf(hint, 100, 120)).toBeLessThan(0);
  });

  it('is higher where all agree than where one says so', () => {
    const motion = still.motion.map((_, frame) => (busy(frame / rateHz) ? 0.5 : 0.1));
    const loudness = Float32Array.from({ length: 240 }, (_, i) => (busy(i / 2) ? -10 : -40));
    const cuts = Array.from({ length: 30 }, (_, i) => rateHz * (60 + i));
    const all = meanOf(arousalHint({ cuts, motion, rateHz, loudness }), 65, 85);
    const one = meanOf(arousalHint({ cuts: [], motion, rateHz, loudness: loudness.fill(-40) }), 65, 85);
    expect(all).toBeGreaterThan(one + 0.1);
  });

  it('is within the range whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 400 }),
        fc.array(fc.double({ min: -Infinity, max: 0, noNaN: true }), { maxLength: 40 }),
        (motion, loudness) => {
          for (const value of arousalHint({
            cuts: [1, 5].filter((cut) => cut < motion.length),
            motion,
            rateHz,
            loudness,
          }))
            expect(Math.abs(value)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
