import { describe, expect, it } from 'vitest';
import { monoMix } from './monoMix';

describe('monoMix', () => {
  it('is the mean of the channels', () => {
    expect([...monoMix([Float32Array.of(1, -1, 0.5), Float32Array.of(0, -1, -0.5)])]).toEqual([0.5, -1, 0]);
    expect([...monoMix([Float32Array.of(0.75), Float32Array.of(0), Float32Array.of(0.75)])]).toEqual([0.5]);
  });

  it('returns a mono sound as it is', () => {
    const sound = Float32Array.of(0.1, 0.2);
    expect(monoMix([sound])).toBe(sound);
  });

  it('refuses no channels, more than eight, and lengths that differ', () => {
    expect(() => monoMix([])).toThrow(/invalid channels: 0/);
    expect(() => monoMix(Array.from({ length: 9 }, () => new Float32Array(1)))).toThrow(
      /invalid channels: 9/,
    );
    expect(() => monoMix([new Float32Array(2), new Float32Array(3)])).toThrow(/invalid channel length: 3/);
  });

  it('hears a sound whose channels are turned against each other', () => {
    const sound = Float32Array.from(
      { length: 1000 },
      (_, i) => 0.5 * Math.sin(i / 9) + 0.2 * Math.sin(i / 31),
    );
    const turned = sound.map((sample) => -sample);
    expect(monoMix([sound, turned])).toEqual(sound);
    const quieter = turned.map((sample) => 0.8 * sample);
    expect(monoMix([sound, quieter])).toEqual(sound.map((sample, i) => 0.5 * (sample - quieter[i])));
    expect(monoMix([quieter, sound, turned, quieter.map((sample) => -sample)])).toEqual(sound);
  });

  it('takes the mean of what is on one side, or has nothing in common', () => {
    const left = Float32Array.from({ length: 1000 }, (_, i) => Math.sin(i / 9));
    const right = Float32Array.from({ length: 1000 }, (_, i) => Math.sin(i / 5));
    const none = new Float32Array(1000);
    expect(monoMix([left, none])).toEqual(left.map((sample) => 0.5 * sample));
    expect(monoMix([left, right])).toEqual(left.map((sample, i) => 0.5 * (sample + right[i])));
    const one = [none, none, none, none, none, left, none, none];
    expect(monoMix(one)).toEqual(left.map((sample) => sample / 8));
    expect(monoMix([none, none])).toEqual(none);
  });
});
