import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogMel } from './logMel';
import { OnsetEnvelope } from './onsetEnvelope';
import { inPieces, noise } from '../testing/referenceSignals.testing';
import { estimateTempo } from './tempo';

const rateHz = 16_000;

const framesOf = (sound: Float32Array) => {
  const logMel = new LogMel();
  return Float32Array.from([...logMel.push(sound), ...logMel.flush()]);
};

const tempoOf = (sound: Float32Array) => {
  const onsets = new OnsetEnvelope();
  onsets.push(framesOf(sound));
  return estimateTempo(onsets.finish());
};

/** Short decaying tones, one a beat. */
const clicks = (beatsPerMinute: number, seconds: number) => {
  const sound = new Float32Array(seconds * rateHz);
  for (let beat = 0; ; beat++) {
    const start = Math.round((beat * 60 * rateHz) / beatsPerMinute);
    if (start >= sound.length) return sound;
    for (let i = 0; i < 200 && start + i < sound.length; i++)
      sound[start + i] = 0.5 * Math.exp(-i / 40) * Math.sin((2 * Math.PI * 1000 * i) / rateHz);
  }
};

const drone = (seconds: number) =>
  new Float32Array(seconds * rateHz).map(
    (_, i) =>
      0.3 * Math.sin((2 * Math.PI * 220 * i) / rateHz) + 0.2 * Math.sin((2 * Math.PI * 331 * i) / rateHz),
  );

describe('estimateTempo', () => {
  it.each([60, 71, 80, 93, 100, 120, 133, 150, 167, 180])('finds clicks at %i BPM within 0.5 %%', (bpm) => {
    const { beatsPerMinute = NaN, confidence = NaN } = tempoOf(clicks(bpm, 12)) ?? {};
    expect(Math.abs(beatsPerMinute / bpm - 1)).toBeLessThan(0.005);
    expect(confidence).toBeGreaterThan(0.8);
  });

  it('finds clicks in noise, less surely', () => {
    const quiet = noise(12 * rateHz);
    const tempo = tempoOf(clicks(100, 12).map((x, i) => x + 0.02 * quiet[i]));
    expect(tempo?.beatsPerMinute).toBeCloseTo(100, 0);
    expect(tempo?.confidence).toBeLessThan(tempoOf(clicks(100, 12))?.confidence ?? NaN);
  });

  it('finds no pulse in silence, a drone, noise, or under four seconds', () => {
    expect(tempoOf(new Float32Array(10 * rateHz))).toBeUndefined();
    expect(tempoOf(drone(10))).toBeUndefined();
    for (const seed of [1, 2, 3, 4])
      expect(tempoOf(Float32Array.from(noise(10 * rateHz, seed)))).toBeUndefined();
    expect(tempoOf(clicks(120, 3))).toBeUndefined();
    expect(estimateTempo(new Float32Array(0))).toBeUndefined();
  });
});

describe('OnsetEnvelope', () => {
  it('has the mean growth of the bands, one value a frame', () => {
    const frame = (level: number) => new Float32Array(96).fill(level);
    const onsets = new OnsetEnvelope();
    for (const level of [1, 3, 2, 2.5]) onsets.push(frame(level));
    expect([...onsets.finish()]).toEqual([0, 2, 0, 0.5]);
  });

  it('does not depend on how the frames are cut', () => {
    const frames = framesOf(clicks(140, 3));
    const whole = new OnsetEnvelope();
    whole.push(frames);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 12 }), (counts) => {
        const cut = new OnsetEnvelope();
        for (const piece of inPieces(
          frames,
          counts.map((count) => 96 * count),
        ))
          cut.push(piece);
        expect(cut.finish()).toEqual(whole.finish());
      }),
      { numRuns: 20 },
    );
  });
});
