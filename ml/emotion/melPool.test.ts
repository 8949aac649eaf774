import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MelPool } from './melPool';
import { bands, columns, featureCount } from './poolLayout';
import reference from './reference.json';
import { referenceFrames } from './referenceFrames';
import { pooledTrack, windowFeatures } from './windowFeatures';

const frames = referenceFrames(reference.frames);

function pooled(input: Float32Array, pieces: number[] = []) {
  const pool = new MelPool();
  let start = 0;
  for (const piece of pieces) {
    pool.push(input.subarray(start * bands, (start + piece) * bands));
    start += piece;
  }
  pool.push(input.subarray(start * bands));
  return pooledTrack(pool.finish());
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  expect(a.length).toBe(b.length);
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i])), 0);
}

describe('MelPool', () => {
  it('pools what Python pools', () => {
    const track = pooled(frames);
    expect(track.sums.length).toBe(reference.halfSeconds);
    expect(largestDifference(track.gate, reference.gate)).toBeLessThan(1e-5);
    const whole = windowFeatures(track, 0, track.sums.length);
    expect(largestDifference(whole, reference.wholeFeatures)).toBeLessThan(1e-5);
    expect(largestDifference(windowFeatures(track, 0, 11), reference.thirdWindowFeatures)).toBeLessThan(1e-5);
  });

  it('does not mind how the frames are cut', () => {
    const short = frames.subarray(0, 160 * bands);
    const expected = pooled(short).sums;
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 4 }), (pieces) => {
        expect(pooled(short, pieces).sums).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });

  it('joins a last half second of fewer than 16 frames to the one before', () => {
    expect(pooled(frames.subarray(0, (32 + 15) * bands)).sums).toHaveLength(1);
    expect(pooled(frames.subarray(0, (32 + 16) * bands)).sums).toHaveLength(2);
    expect(pooled(frames.subarray(0, (32 + 15) * bands)).sums[0][columns.frames]).toBe(47);
    expect(pooled(frames.subarray(0, bands)).sums).toHaveLength(1);
  });

  it('gives finite features for silence', () => {
    const features = windowFeatures(pooled(new Float32Array(100 * bands)), 0, 3);
    expect(features).toHaveLength(featureCount);
    expect(features.every(Number.isFinite)).toBe(true);
  });

  it('refuses frames of another width, and a track without frames', () => {
    expect(() => new MelPool().push(new Float32Array(95))).toThrow(RangeError);
    expect(() => new MelPool().finish()).toThrow(RangeError);
  });
});
