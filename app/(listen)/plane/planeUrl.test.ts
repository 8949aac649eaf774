import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampPoint } from '@/app/ui/clampAffect';
import { planeUrl, resultLimits } from './planeUrl';

const bound = fc.option(fc.nat(400));
const loudness = fc.option(fc.integer({ min: -70, max: 0 }));
const state = fc.record({
  point: fc.option(
    fc
      .record({
        valence: fc.double({ min: -1, max: 1, noNaN: true }),
        arousal: fc.double({ min: -1, max: 1, noNaN: true }),
      })
      .map(clampPoint),
  ),
  text: fc.string({ maxLength: 60 }),
  limit: fc.constantFrom(...resultLimits),
  minDurationSeconds: bound,
  maxDurationSeconds: bound,
  minTempoBpm: bound,
  maxTempoBpm: bound,
  minLoudnessLufs: loudness,
  maxLoudnessLufs: loudness,
  genre: fc.option(fc.string({ minLength: 1, maxLength: 40 })),
});

describe('planeUrl', () => {
  it('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(state, (given) => {
        const address = planeUrl.write(given).toString();
        expect(planeUrl.read(new URLSearchParams(address))).toEqual(given);
      }),
    );
  });

  it('leaves a fresh page a bare address', () => {
    expect(planeUrl.write(planeUrl.read(new URLSearchParams())).toString()).toBe('');
  });

  it('makes the best of a spoilt address', () => {
    const read = planeUrl.read(new URLSearchParams('v=9&a=-0.25&n=11&from=-5&to=abc&loud=3&genre='));
    expect(read.point).toEqual({ valence: 1, arousal: -0.25 });
    expect(read.limit).toBe(10);
    expect(read.minDurationSeconds).toBeNull();
    expect(read.maxDurationSeconds).toBeNull();
    expect(read.minLoudnessLufs).toBeNull();
    expect(read.genre).toBeNull();
    expect(planeUrl.read(new URLSearchParams('v=0.5')).point).toBeNull();
  });
});
