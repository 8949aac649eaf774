import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../reference/resampler.json';
import { inPieces, noise } from '../testing/referenceSignals.testing';
import { Resampler } from './resampler';

const ratesHz = [8000, 11025, 16000, 22050, 32000, 44100, 48000, 96000, 192000, 384000, 44101, 17011];

const resample = (sound: Float32Array, fromHz: number, toHz = 16_000) => {
  const resampler = new Resampler(fromHz, toHz);
  return Float32Array.from([...resampler.push(sound), ...resampler.flush()]);
};

const tone = (frequencyHz: number, rateHz: number, seconds = 0.25) =>
  new Float32Array(Math.round(rateHz * seconds)).map((_, i) =>
    Math.cos(2 * Math.PI * frequencyHz * (i / rateHz) + 1),
  );

/** The part away from the ends, where the sound around it is known. */
const middle = (sound: Float32Array) => sound.subarray(400, sound.length - 400);

const decibels = (sound: Float32Array) =>
  10 * Math.log10((2 * sound.reduce((sum, x) => sum + x * x, 0)) / sound.length);

const largestDifference = (a: Float32Array, b: ArrayLike<number>) =>
  a.reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i])), 0);

describe('Resampler', () => {
  it.each(reference.cases)(
    'equals scipy.signal.resample_poly on noise at $fromHz Hz',
    ({ fromHz, output }) => {
      const sound = Float32Array.from(noise(reference.inputs), (x) => 0.5 * x);
      expect(largestDifference(resample(sound, fromHz).subarray(0, output.length), output)).toBeLessThan(
        3e-4,
      );
    },
  );

  it.each(ratesHz)('passes tones to 0.9 of Nyquist, in time and in size, from %i Hz', (fromHz) => {
    const nyquistHz = Math.min(fromHz, 16_000) / 2;
    for (const part of [0.01, 0.3, 0.7, 0.9]) {
      const frequencyHz = part * nyquistHz;
      const output = middle(resample(tone(frequencyHz, fromHz), fromHz));
      expect(largestDifference(output, middle(tone(frequencyHz, 16_000)))).toBeLessThan(2e-4);
    }
  });

  it.each(ratesHz.filter((rate) => rate > 16_000))(
    'stops tones above 8 kHz by 80 dB from %i Hz',
    (fromHz) => {
      for (let frequencyHz = 8000; frequencyHz < fromHz / 2; frequencyHz += Math.max(130, fromHz / 400))
        expect(decibels(middle(resample(tone(frequencyHz, fromHz, 0.1), fromHz)))).toBeLessThan(-80);
    },
  );

  it.each([8000, 11025])('leaves no image of a tone at %i Hz above 80 dB under it', (fromHz) => {
    for (let frequencyHz = 100; frequencyHz < 0.45 * fromHz; frequencyHz += 333) {
      const output = middle(resample(tone(frequencyHz, fromHz), fromHz));
      const wanted = middle(tone(frequencyHz, 16_000));
      const residue = output.map((x, i) => x - wanted[i]);
      expect(decibels(residue)).toBeLessThan(-80);
    }
  });

  it.each([8000, 22_050, 48_000])('resamples to other rates: %i Hz', (toHz) => {
    const output = middle(resample(tone(3000, 44_100), 44_100, toHz));
    expect(largestDifference(output, middle(tone(3000, toHz)))).toBeLessThan(2e-4);
  });

  it('gives round(n * to / from) samples, the same however the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ratesHz),
        fc.integer({ min: 0, max: 4000 }),
        fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 12 }),
        (fromHz, length, lengths) => {
          const sound = Float32Array.from(noise(length));
          const resampler = new Resampler(fromHz);
          const pieces = inPieces(sound, lengths).flatMap((piece) => [...resampler.push(piece)]);
          const output = Float32Array.from([...pieces, ...resampler.flush()]);
          expect(output).toHaveLength(Math.round((length * 16_000) / fromHz));
          expect(output).toEqual(resample(sound, fromHz));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the same to the last bit between phases of the shared table, where a cut once changed it', () => {
    const [fromHz, length, lengths] = [17_011, 3288, [229, 572, 317, 427, 270, 2, 447]];
    const sound = Float32Array.from(noise(length));
    const resampler = new Resampler(fromHz);
    const pieces = inPieces(sound, lengths).flatMap((piece) => [...resampler.push(piece)]);
    expect(Float32Array.from([...pieces, ...resampler.flush()])).toEqual(resample(sound, fromHz));
  });

  it('refuses rates outside 8 to 6144 kHz', () => {
    for (const rate of [7999, 6_144_001, 44_100.5, NaN])
      expect(() => new Resampler(rate)).toThrow(/invalid sampleRateHz/);
  });
});
