import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fingerprinter } from './fingerprint';
import { fingerprintDistance, sameRecording } from './fingerprintDistance';
import { LogMel } from '../measure/logMel';
import { inPieces, noise } from '../testing/referenceSignals.testing';

const rateHz = 16_000;

const framesOf = (sound: Float32Array) => {
  const logMel = new LogMel();
  return Float32Array.from([...logMel.push(sound), ...logMel.flush()]);
};

const fingerprintOf = (sound: Float32Array) => {
  const fingerprinter = new Fingerprinter();
  fingerprinter.push(framesOf(sound));
  return fingerprinter.finish();
};

/** A made-up tune: three voices that change note at random, about twice a second, over a floor of noise. */
const tune = (seed: number, seconds = 20) => {
  const count = seconds * rateHz;
  const choices = noise(10_000, seed);
  const floor = noise(count, seed + 1);
  const phases = [0, 0, 0];
  return new Float32Array(count).map((_, i) => {
    let sum = 0.003 * floor[i];
    for (let voice = 0; voice < 3; voice++) {
      const note = Math.floor(((2 + 0.3 * voice) * i) / rateHz);
      const hertz = 150 * 2 ** (2 * (choices[3 * note + voice] + 1));
      phases[voice] += (2 * Math.PI * hertz) / rateHz;
      sum += 0.15 * (Math.sin(phases[voice]) + 0.5 * Math.sin(2 * phases[voice]));
    }
    return sum;
  });
};

const delayed = (sound: Float32Array, samples: number) => {
  const later = new Float32Array(sound.length + samples);
  later.set(sound, samples);
  return later;
};

describe('Fingerprinter', () => {
  it('gives a word for every 0.256 s, however the frames are cut', () => {
    const frames = framesOf(tune(1));
    const whole = fingerprintOf(tune(1));
    expect(whole.length).toBe(Math.floor((frames.length / 96 - 32) / 16) + 1 - 2);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 12 }), (counts) => {
        const fingerprinter = new Fingerprinter();
        for (const piece of inPieces(
          frames,
          counts.map((count) => 96 * count),
        ))
          fingerprinter.push(piece);
        expect(fingerprinter.finish()).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it('says nothing of silence and of a drone', () => {
    const drone = new Float32Array(10 * rateHz).map(
      (_, i) => 0.5 * Math.sin((2 * Math.PI * 300 * i) / rateHz),
    );
    for (const sound of [new Float32Array(10 * rateHz), drone]) {
      const fingerprint = fingerprintOf(sound);
      expect(fingerprint.length).toBeGreaterThan(30);
      // The drone begins with an onset.
      expect(fingerprint.slice(4).every((word) => word === 0)).toBe(true);
      expect(sameRecording(fingerprint, fingerprint)).toBe(false);
    }
  });
});

describe('fingerprintDistance', () => {
  const fingerprint = fingerprintOf(tune(1));

  it('is 0 between equal fingerprints, symmetric, and about a half between unrelated ones', () => {
    const others = [20, 30, 40, 50].map((seed) => fingerprintOf(tune(seed)));
    expect(fingerprintDistance(fingerprint, fingerprint, 2)).toBe(0);
    for (const other of others) {
      expect(fingerprintDistance(fingerprint, other, 1)).toBeGreaterThan(0.42);
      expect(fingerprintDistance(fingerprint, other, 1)).toBe(fingerprintDistance(other, fingerprint, 1));
      expect(sameRecording(fingerprint, other)).toBe(false);
    }
  });

  it('is the share of wrong bits, and finds a shift', () => {
    const words = fc.array(fc.integer({ min: 1, max: 0xffffffff }), { minLength: 30, maxLength: 60 });
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 0, max: 31 }),
        fc.integer({ min: 0, max: 3 }),
        (list, bit, shift) => {
          const a = Uint32Array.from(list);
          // Bits 0 and `bit` differ, unless that leaves nothing of the word.
          const b = a.map((word) => word ^ (bit === 0 ? 1 : 1 | (1 << bit)) || word);
          const changed = a.reduce((sum, word, i) => sum + (word === b[i] ? 0 : bit === 0 ? 1 : 2), 0);
          expect(fingerprintDistance(a, b, 0)).toBeCloseTo(changed / (32 * a.length), 12);
          expect(fingerprintDistance(a, a.subarray(shift), 3)).toBe(0);
        },
      ),
    );
  });

  it('counts half of a word wrong where only one recording has something', () => {
    const a = Uint32Array.from({ length: 40 }, (_, i) => i + 1);
    const b = a.map((word, i) => (i < 10 ? 0 : word));
    expect(fingerprintDistance(a, b, 0)).toBeCloseTo((10 * 16) / (40 * 32), 12);
  });
});

describe('sameRecording', () => {
  const sound = tune(1);
  const original = fingerprintOf(sound);

  it.each<[string, Float32Array]>([
    ['quieter', sound.map((x) => 0.3 * x)],
    ['later by half a hop', delayed(sound, 2048)],
    ['later by 0.15 s', delayed(sound, 2400)],
    ['in noise', noise(sound.length, 99).reduce((sum, x, i) => ((sum[i] += 0.01 * x), sum), sound.slice())],
    ['clipped', sound.map((x) => Math.max(-0.3, Math.min(0.3, x)))],
  ])('knows the recording %s', (_, altered) => {
    expect(sameRecording(original, fingerprintOf(altered))).toBe(true);
  });

  it('tells a recording from an excerpt of it', () => {
    expect(sameRecording(original, fingerprintOf(sound.subarray(0, 15 * rateHz)))).toBe(false);
  });
});
