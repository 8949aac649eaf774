import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogMel } from '../../audio/measure/logMel';
import { inPieces, referenceSignals } from '../../audio/testing/referenceSignals.testing';
import { frontEndNames, frontEnds, type FrontEndName } from './frontEnds';
import reference from './reference/frontEnds.json';
import type { SoundWindow } from './soundWindow';

const windowsOf = (name: FrontEndName, sound: Float32Array, lengths: number[] = []): SoundWindow[] => {
  const stream = frontEnds[name].stream();
  return [...inPieces(sound, lengths).flatMap((piece) => stream.push(piece)), ...stream.flush()];
};

const framesOf = (name: FrontEndName, { values }: SoundWindow): Float32Array[] => {
  const { bands, frames } = frontEnds[name];
  return Array.from({ length: frames }, (_, i) => values.subarray(i * bands, (i + 1) * bands));
};

const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i])), 0);
};

describe('front ends', () => {
  it.each(reference.cases)(
    '$frontEnd equals the other implementation on $samples samples of $signal',
    ({ frontEnd, signal, samples, every, windows }) => {
      const name = frontEnd as FrontEndName;
      const found = windowsOf(name, referenceSignals[signal](samples));
      expect(found).toHaveLength(windows.length);
      found.forEach((window, i) => {
        const kept = framesOf(name, window).filter((_, frame) => frame % every === 0);
        expect(kept).toHaveLength(windows[i].length);
        kept.forEach((frame, j) => expect(largestDifference(frame, windows[i][j])).toBeLessThan(2e-4));
      });
    },
  );

  it('musicnn cuts the log-mel spectrogram into patches of 187 frames, one every 93', () => {
    const sound = referenceSignals.chord(100_000);
    const stream = new LogMel();
    const frames = [...stream.push(sound), ...stream.flush()];
    const windows = windowsOf('musicnn', sound);
    expect(windows).toHaveLength(1 + Math.floor((frames.length / 96 - 187) / 93));
    windows.forEach(({ values }, i) =>
      expect([...values]).toEqual(frames.slice(i * 93 * 96, (i * 93 + 187) * 96)),
    );
  });

  it.each(frontEndNames)('%s does not depend on how the stream is cut', (name) => {
    const sound = referenceSignals.chord(60_000);
    const whole = windowsOf(name, sound);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 8 }), (lengths) => {
        expect(windowsOf(name, sound, lengths)).toEqual(whole);
      }),
      { numRuns: 4 },
    );
  });

  it.each(frontEndNames)('%s has one window of a moment of sound, none of no samples', (name) => {
    const { frames, bands } = frontEnds[name];
    expect(windowsOf(name, new Float32Array(0))).toEqual([]);
    for (const samples of [5, 300, 2000]) {
      const [window, ...others] = windowsOf(name, referenceSignals.noise(samples));
      expect(others).toEqual([]);
      expect(window.values).toHaveLength(frames * bands);
      expect(window.values.every(Number.isFinite)).toBe(true);
      expect(window.power).toBeGreaterThan(0);
    }
  });

  it.each(frontEndNames)('%s measures four times the power of a sound twice as loud', (name) => {
    const sound = referenceSignals.chord(60_000);
    const [once, twice] = [sound, sound.map((x) => 2 * x)].map((each) => windowsOf(name, each)[0].power);
    expect(twice / once).toBeCloseTo(4, 3);
    expect(windowsOf(name, new Float32Array(60_000))[0].power).toBe(0);
  });

  it.each(frontEndNames)('%s says where the middles of its windows lie', (name) => {
    const { sampleRateHz, hopSeconds, firstMiddleSeconds } = frontEnds[name];
    const burstSeconds = 6;
    const sound = referenceSignals.noise(12 * sampleRateHz).map((x, i) => {
      return Math.abs(i / sampleRateHz - burstSeconds) < 0.05 ? x : 1e-4 * x;
    });
    const powers = windowsOf(name, sound).map(({ power }) => power);
    const most = Math.max(...powers);
    const loud = powers.flatMap((power, i) =>
      power > most / 2 ? [firstMiddleSeconds + i * hopSeconds] : [],
    );
    const middle = loud.reduce((sum, time) => sum + time, 0) / loud.length;
    expect(Math.abs(middle - burstSeconds)).toBeLessThanOrEqual(hopSeconds / 2 + 0.05);
  });
});
