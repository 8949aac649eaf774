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
});
