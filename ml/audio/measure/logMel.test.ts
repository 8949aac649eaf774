import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import frontEnd from './frontEnd.json';
import { LogMel } from './logMel';
import reference from '../reference/logMel.json';
import { inPieces, referenceSignals } from '../testing/referenceSignals.testing';

const logMel = (sound: Float32Array) => {
  const stream = new LogMel();
  return Float32Array.from([...stream.push(sound), ...stream.flush()]);
};

const largestDifference = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((largest, value, i) => Math.max(largest, Math.abs(value - b[i])), 0);
};

describe('LogMel', () => {
  it.each(reference.cases)('equals librosa on $samples samples of $signal', ({ signal, samples, frames }) => {
    expect(largestDifference(logMel(referenceSignals[signal](samples)), frames.flat())).toBeLessThan(1e-4);
  });

  it('gives 1 + floor(n / hop) frames, and none for no sound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), (samples) => {
        const frames = logMel(referenceSignals.noise(samples)).length / frontEnd.melBands;
        expect(frames).toBe(1 + Math.floor(samples / frontEnd.hopSamples));
      }),
    );
    expect(logMel(new Float32Array(0))).toHaveLength(0);
  });

  it('does not depend on how the stream is cut', () => {
    const sound = referenceSignals.chord(5000);
    const whole = logMel(sound);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 30 }), (lengths) => {
        const stream = new LogMel();
        const frames = inPieces(sound, lengths).flatMap((piece) => [...stream.push(piece)]);
        expect(Float32Array.from([...frames, ...stream.flush()])).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('is zero for silence', () => {
    expect(Math.max(...logMel(new Float32Array(4000)))).toBe(0);
  });
});
