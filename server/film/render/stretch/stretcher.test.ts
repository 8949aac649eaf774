import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PcmChunk } from '@/ml/audio/pcm';
import { joinedSamples } from '@/ml/audio/joinedSamples';
import { stretchedSound } from './stretchedSound';
import { Stretcher, type StretchedFormat } from './stretcher';

const rate = 48_000;

async function stretched(sound: Float32Array, format: Partial<StretchedFormat>, pieces = [sound.length]) {
  const stretcher = await Stretcher.open({ channels: 1, sampleRateHz: rate, stretch: 1.02, ...format });
  const parts: Float32Array[] = [];
  let at = 0;
  for (const length of pieces) {
    parts.push(...stretcher.push([sound.subarray(at, at + length)]));
    at += length;
  }
  return joinedSamples([...parts, ...stretcher.flush()]);
}

const tone = (hertz: number, seconds: number, sampleRateHz = rate) =>
  Float32Array.from(
    { length: seconds * sampleRateHz },
    (_, i) => 0.5 * Math.sin((2 * Math.PI * hertz * i) / sampleRateHz),
  );

/** A click each second from the first on. */
function clicks(seconds: number, sampleRateHz = rate): Float32Array {
  const sound = new Float32Array(seconds * sampleRateHz);
  for (let second = 1; second < seconds; second++)
    for (let i = 0; i < 100; i++)
      sound[second * sampleRateHz + i] = Math.exp(-i / 20) * (i % 2 === 0 ? 0.8 : -0.8);
  return sound;
}

const largest = (samples: Float32Array) =>
  samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** When the loudest sample around a time is. */
function peakNear(sound: Float32Array, seconds: number, sampleRateHz = rate): number {
  const from = Math.round((seconds - 0.05) * sampleRateHz);
  const near = sound.subarray(from, from + Math.round(0.1 * sampleRateHz)).map(Math.abs);
  return (from + near.indexOf(largest(near))) / sampleRateHz;
}

/** The amplitude of one frequency in the middle of a sound. */
function amplitude(sound: Float32Array, hertz: number): number {
  const part = sound.subarray(rate, 2 * rate);
  const sum = (wave: (phase: number) => number) =>
    part.reduce((total, value, i) => total + value * wave((2 * Math.PI * hertz * i) / rate), 0);
  return (2 * Math.hypot(sum(Math.sin), sum(Math.cos))) / part.length;
}

describe('stretched sound', () => {
  it.each([0.97, 0.995, 1, 1.013, 1.03])(
    'has every moment where it belongs, %f times later',
    async (stretch) => {
      for (const sampleRateHz of [48_000, 44_100, 16_000]) {
        const sound = await stretched(clicks(8, sampleRateHz), { stretch, sampleRateHz });
        for (let second = 1; second < 8; second++)
          expect(Math.abs(peakNear(sound, second * stretch, sampleRateHz) - second * stretch)).toBeLessThan(
            0.002,
          );
      }
    },
  );

  it('keeps pitch and level', async () => {
    const sound = await stretched(tone(440, 4), { stretch: 1.03 });
    expect(20 * Math.log10(amplitude(sound, 440) / 0.5)).toBeCloseTo(0, 0);
    expect(amplitude(sound, 440 / 1.03)).toBeLessThan(0.02);
  });

  it('is as long as it is to be, whatever pieces it comes in', async () => {
    const sound = tone(300, 1).map((value, i) => value * (i % 7));
    const whole = await stretched(sound, { stretch: 0.98 });
    expect(whole).toHaveLength(Math.round(sound.length * 0.98));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 8 }), async (lengths) => {
        const left = sound.length - lengths.reduce((sum, length) => sum + length, 0);
        const parts = left > 0 ? [...lengths, left] : [sound.length];
        expect(await stretched(sound, { stretch: 0.98 }, parts)).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  it('is as long as it is to be where there is hardly any', async () => {
    for (const length of [0, 1, 100, 5000])
      expect(await stretched(new Float32Array(length), { stretch: 1.02 })).toHaveLength(
        Math.round(length * 1.02),
      );
  });
});

describe('a track that is stretched from a moment on', () => {
  const chunks = (): AsyncIterable<PcmChunk> => {
    const sound = clicks(12);
    const parts = Array.from({ length: Math.ceil(sound.length / 10_000) }, (_, place) =>
      sound.subarray(place * 10_000, (place + 1) * 10_000),
    );
    return Readable.from(parts.map((part) => ({ channels: [part, part], sampleRateHz: rate })));
  };

  const soundOf = async (fromSeconds: number) => {
    const sides: Float32Array[][] = [[], []];
    for await (const { channels } of stretchedSound(chunks(), { stretch: 1.02, fromSeconds }))
      channels.forEach((samples, side) => sides[side].push(samples));
    return sides.map(joinedSamples);
  };

  it('is silent before, and then where it belongs', async () => {
    const [left, right] = await soundOf(7);
    expect(left).toHaveLength(Math.round(12 * rate * 1.02));
    // The channels are computed side by side, to the last bits of a float.
    expect(largest(right.map((value, i) => value - left[i]))).toBeLessThan(1e-5);
    expect(largest(left.subarray(0, 5 * rate))).toBe(0);
    for (const second of [7, 9, 11])
      expect(Math.abs(peakNear(left, second * 1.02) - second * 1.02)).toBeLessThan(0.002);
  });

  it('is silence where the track ends before', async () => {
    const [left] = await soundOf(60);
    expect(left).toHaveLength(Math.round(12 * rate * 1.02));
    expect(left.some((value) => value !== 0)).toBe(false);
  });
});
