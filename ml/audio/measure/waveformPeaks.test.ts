import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inPieces, noise } from '../testing/referenceSignals.testing';
import { peaksPerSecond, reducePeaks, WaveformPeaks } from './waveformPeaks';

const peaksOf = (mono: Float32Array, sampleRateHz: number) => {
  const peaks = new WaveformPeaks(sampleRateHz);
  peaks.push(mono);
  return peaks.finish();
};

describe('WaveformPeaks', () => {
  it('holds the smallest and the largest sample of each bucket in bytes', () => {
    const mono = Float32Array.from({ length: 1000 }, (_, i) => (i < 400 ? (i % 2 ? 0.5 : -1) : 0));
    expect([...peaksOf(mono, 8000)]).toEqual([-127, 64, 0, 0, 0, 0]);
  });

  it('clips what is beyond full scale', () => {
    expect([...peaksOf(Float32Array.of(-3, 2), 8000)]).toEqual([-127, 127]);
  });

  it.each([8000, 11_025, 44_100])('has 20 buckets a second however the stream is cut, at %i Hz', (rateHz) => {
    const mono = Float32Array.from(noise(rateHz));
    const whole = peaksOf(mono, rateHz);
    expect(whole).toHaveLength(2 * peaksPerSecond);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 10 }), (lengths) => {
        const peaks = new WaveformPeaks(rateHz);
        for (const piece of inPieces(mono, lengths)) peaks.push(piece);
        expect(peaks.finish()).toEqual(whole);
      }),
      { numRuns: 20 },
    );
  });

  it('is empty for no sound', () => {
    expect(new WaveformPeaks(8000).finish()).toHaveLength(0);
  });
});

describe('reducePeaks', () => {
  it('spans the buckets it joins', () => {
    expect([...reducePeaks(Int8Array.of(-1, 2, -3, 1, -2, 5, 0, 0), 2)]).toEqual([-3, 2, -2, 5]);
  });

  it('loses no peak and invents none, at any number of buckets', () => {
    const peaks = fc.array(fc.tuple(fc.integer({ min: -127, max: 0 }), fc.integer({ min: 0, max: 127 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(peaks, fc.integer({ min: 1, max: 50 }), (pairs, buckets) => {
        const reduced = reducePeaks(Int8Array.from(pairs.flat()), buckets);
        expect(reduced).toHaveLength(2 * buckets);
        expect(Math.min(...reduced)).toBe(Math.min(...pairs.flat()));
        expect(Math.max(...reduced)).toBe(Math.max(...pairs.flat()));
      }),
    );
  });

  it('is flat where there is no sound, and refuses no buckets', () => {
    expect([...reducePeaks(new Int8Array(0), 2)]).toEqual([0, 0, 0, 0]);
    expect(() => reducePeaks(Int8Array.of(0, 0), 0)).toThrow(/invalid buckets: 0/);
  });
});
