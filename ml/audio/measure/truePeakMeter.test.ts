import { describe, expect, it } from 'vitest';
import { TruePeakMeter } from './truePeakMeter';

const measure = (channels: Float32Array[]) => {
  const meter = new TruePeakMeter();
  meter.push({ channels, sampleRateHz: 48_000 });
  return meter.finish();
};

/** A sine of a quarter of the rate, whose samples all lie 3 dB under its peaks; faded in and out. */
const between = (level: number) =>
  Float32Array.from({ length: 4800 }, (_, i) => {
    const edge = Math.min(1, i / 1000, (4799 - i) / 1000);
    return level * edge * Math.sin((Math.PI / 2) * i + Math.PI / 4);
  });

describe('TruePeakMeter', () => {
  it('finds the peaks between samples, of the loudest channel', () => {
    const { samplePeakDb, truePeakDb } = measure([between(0.25), between(0.5)]);
    expect(samplePeakDb).toBeCloseTo(-9.03, 2);
    expect(truePeakDb).toBeCloseTo(-6.02, 1);
  });

  it('is at least the largest sample, and nothing for silence', () => {
    const click = new Float32Array(1000);
    click[500] = -0.5;
    const { samplePeakDb, truePeakDb } = measure([click]);
    expect(truePeakDb!).toBeGreaterThanOrEqual(samplePeakDb!);
    expect(measure([new Float32Array(100)])).toEqual({ samplePeakDb: undefined, truePeakDb: undefined });
  });

  it('does not depend on how the sound is cut', () => {
    const sound = between(0.8);
    const meter = new TruePeakMeter();
    for (let at = 0; at < sound.length; at += 77)
      meter.push({ channels: [sound.subarray(at, at + 77)], sampleRateHz: 48_000 });
    expect(meter.finish()).toEqual(measure([sound]));
  });
});
