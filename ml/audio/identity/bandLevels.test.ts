import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogMel } from '../measure/logMel';
import { inPieces, referenceSignals } from '../testing/referenceSignals.testing';
import { aWeighting } from './aWeighting';
import { BandLevels, decibelsOf, meanBands, rowSeconds, rowSize } from './bandLevels';

const rateHz = 16_000;

const framesOf = (sound: Float32Array) => {
  const logMel = new LogMel();
  return Float32Array.from([...logMel.push(sound), ...logMel.flush()]);
};

const levelsOf = (sound: Float32Array) => {
  const bandLevels = new BandLevels();
  bandLevels.push(framesOf(sound));
  return bandLevels.finish();
};

const tone = (hz: number, gain: number) =>
  new Float32Array(5 * rateHz).map((_, i) => gain * Math.sin((2 * Math.PI * hz * i) / rateHz));

describe('BandLevels', () => {
  it('gives a row every 0.77 s from 3.07 s on, however the frames are cut', () => {
    const frames = framesOf(referenceSignals.chord(20 * rateHz));
    const whole = levelsOf(referenceSignals.chord(20 * rateHz));
    expect(rowSeconds).toBe(0.768);
    expect(whole.length).toBe(rowSize * (Math.floor((frames.length / 96 - 192) / 48) + 1));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 6 }), (counts) => {
        const bandLevels = new BandLevels();
        for (const piece of inPieces(
          frames,
          counts.map((count) => 96 * count),
        ))
          bandLevels.push(piece);
        expect(bandLevels.finish()).toEqual(whole);
      }),
      { numRuns: 10 },
    );
    expect(levelsOf(new Float32Array(3 * rateHz))).toHaveLength(0);
  });

  it('moves all levels alike with a gain, in half decibels', () => {
    const [loud, soft] = [1, 0.1].map((gain) =>
      decibelsOf(levelsOf(referenceSignals.chirp(8 * rateHz).map((sample) => gain * sample))),
    );
    loud.forEach((level, i) => expect(Math.abs(level - soft[i] - 20)).toBeLessThanOrEqual(0.5));
  });

  it('has what lies 20 dB below the loudest band in a floor, as hearing weighs it', () => {
    const [row] = [tone(1000, 0.1), tone(150, 0.1)].map((sound) =>
      decibelsOf(levelsOf(sound)).subarray(0, meanBands),
    );
    const loudest = Math.max(...row);
    expect(Math.min(...row)).toBeCloseTo(loudest - 20, 0);
    const low = decibelsOf(levelsOf(tone(150, 0.1))).subarray(0, meanBands);
    expect(Math.max(...low)).toBeLessThan(loudest - 10);
  });

  it('is at the least level in silence', () => {
    expect(levelsOf(new Float32Array(4 * rateHz)).every((level) => level === 0)).toBe(true);
  });
});

describe('aWeighting', () => {
  // IEC 61672-1, table 3.
  it.each([
    [100, -19.1],
    [315, -6.6],
    [1000, 0],
    [2500, 1.3],
    [8000, -1.1],
  ])('is at %i Hz what the standard says', (hz, decibels) => {
    expect(10 * Math.log10(aWeighting(hz))).toBeCloseTo(decibels, 1);
  });
});
