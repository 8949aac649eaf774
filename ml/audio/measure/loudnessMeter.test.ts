import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kWeighting } from '../filter/kWeighting';
import { LoudnessMeter } from './loudnessMeter';
import reference from '../reference/loudness.json';
import { inPieces, noise } from '../testing/referenceSignals.testing';

const measure = (channels: Float32Array[], sampleRateHz = 48_000) => {
  const meter = new LoudnessMeter();
  meter.push({ channels, sampleRateHz });
  return meter.finish();
};

/** A 1 kHz sine whose peak is at each level in turn, for so many seconds each. */
const sine = (...parts: [levelDb: number, seconds: number][]) => {
  const ends = parts.map((_, i) =>
    parts.slice(0, i + 1).reduce((sum, [, seconds]) => sum + seconds * 48_000, 0),
  );
  let part = 0;
  return new Float32Array(Math.round(ends[ends.length - 1])).map((_, i) => {
    if (i >= ends[part]) part++;
    return 10 ** (parts[part][0] / 20) * Math.sin((2 * Math.PI * 1000 * i) / 48_000);
  });
};

/** The sound of reference/loudness.py. */
const referenceChannels = (sampleRateHz: number, channels: number) => {
  const perGain = Math.floor(sampleRateHz / 2);
  return Array.from({ length: channels }, (_, channel) =>
    Float32Array.from(
      noise(perGain * reference.gains.length, channel + 1),
      (x, i) => (x * reference.gains[Math.floor(i / perGain)]) / (channel + 1),
    ),
  );
};

describe('kWeighting', () => {
  it('is the table of ITU-R BS.1770-4 at 48 kHz', () => {
    const { shelf, highPass } = kWeighting(48_000);
    expect(shelf.b0).toBeCloseTo(1.53512485958697, 9);
    expect(shelf.b1).toBeCloseTo(-2.69169618940638, 9);
    expect(shelf.b2).toBeCloseTo(1.19839281085285, 9);
    expect(shelf.a1).toBeCloseTo(-1.69065929318241, 9);
    expect(shelf.a2).toBeCloseTo(0.73248077421585, 9);
    expect(highPass.a1).toBeCloseTo(-1.99004745483398, 9);
    expect(highPass.a2).toBeCloseTo(0.99007225036621, 9);
  });
});

describe('LoudnessMeter', () => {
  it.each<[string, [number, number][], number]>([
    ['1', [[-23, 20]], -23],
    ['2', [[-33, 20]], -33],
    [
      '3',
      [
        [-36, 10],
        [-23, 60],
        [-36, 10],
      ],
      -23,
    ],
    [
      '4',
      [
        [-72, 10],
        [-36, 10],
        [-23, 60],
        [-36, 10],
        [-72, 10],
      ],
      -23,
    ],
    [
      '5',
      [
        [-26, 20],
        [-20, 20.1],
        [-26, 20],
      ],
      -23,
    ],
  ])('meets EBU Tech 3341 case %s (stereo)', (_, parts, lufs) => {
    const channel = sine(...parts);
    expect(Math.abs((measure([channel, channel]).integratedLufs ?? 0) - lufs)).toBeLessThan(0.1);
  });

  it.each([5, 6])('meets EBU Tech 3341 case 6 (%i channels)', (count) => {
    const [front, centre, side, effects] = [-28, -24, -30, 0].map((level) => sine([level, 20]));
    const channels = [front, front, centre, ...(count === 6 ? [effects] : []), side, side];
    expect(Math.abs((measure(channels).integratedLufs ?? 0) + 23)).toBeLessThan(0.1);
  });

  it.each(reference.cases)(
    'agrees with ffmpeg and pyloudnorm on gated noise, $layout at $sampleRateHz Hz',
    ({ sampleRateHz, channels, ffmpegLufs, pyloudnormLufs }) => {
      const { integratedLufs = NaN } = measure(referenceChannels(sampleRateHz, channels), sampleRateHz);
      if (ffmpegLufs !== null) expect(Math.abs(integratedLufs - ffmpegLufs)).toBeLessThan(0.06);
      if (pyloudnormLufs !== null) expect(integratedLufs).toBeCloseTo(pyloudnormLufs, 3);
    },
  );

  it('does not depend on how the stream is cut', () => {
    const [left, right] = referenceChannels(11_025, 2);
    const whole = measure([left, right], 11_025);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 12 }), (lengths) => {
        const meter = new LoudnessMeter();
        const rightPieces = inPieces(right, lengths);
        inPieces(left, lengths).forEach((piece, i) => {
          meter.push({ channels: [piece, rightPieces[i]], sampleRateHz: 11_025 });
        });
        expect(meter.finish()).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('moves by the gain applied', () => {
    const [sound] = referenceChannels(48_000, 1);
    const louder = measure([sound]).integratedLufs ?? NaN;
    expect(measure([sound.map((x) => x / 2)]).integratedLufs).toBeCloseTo(louder - 20 * Math.log10(2), 1);
  });

  it('has no figure for silence, and no loudness for less than a block', () => {
    expect(measure([new Float32Array(48_000)])).toEqual({
      integratedLufs: undefined,
      samplePeakDb: undefined,
    });
    expect(new LoudnessMeter().finish()).toEqual({ integratedLufs: undefined, samplePeakDb: undefined });
    const short = measure([new Float32Array(19_199).fill(-0.5)]);
    expect(short.integratedLufs).toBeUndefined();
    expect(short.samplePeakDb).toBeCloseTo(-6.02, 2);
  });

  it('refuses what is no sound of 1 to 8 channels at one rate', () => {
    const chunk = (channels: number, sampleRateHz: number) => ({
      channels: Array.from({ length: channels }, () => new Float32Array(10)),
      sampleRateHz,
    });
    expect(() => new LoudnessMeter().push(chunk(9, 48_000))).toThrow(/invalid channels: 9/);
    const meter = new LoudnessMeter();
    meter.push(chunk(2, 48_000));
    expect(() => meter.push(chunk(1, 48_000))).toThrow(/invalid chunk/);
  });
});
