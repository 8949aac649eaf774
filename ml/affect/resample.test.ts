import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleTrajectory, segmentMeans, trajectoryAt } from './resample';

const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
const values = (size: { minLength: number; maxLength: number }) =>
  fc.array(fc.double({ min: -1, max: 1, noNaN: true }), size).map((numbers) => Float32Array.from(numbers));

describe('segmentMeans', () => {
  it('weights samples at the edge of a stretch by their part inside', () => {
    expect([...segmentMeans(Float32Array.of(0, 3, 9), 2)]).toEqual([1, 7]);
    expect([...segmentMeans(Float32Array.of(1, 2, 3, 4), 2)]).toEqual([1.5, 3.5]);
  });

  it('interpolates where there are fewer samples than stretches', () => {
    expect([...segmentMeans(Float32Array.of(0, 1), 4)]).toEqual([0, 0.25, 0.75, 1]);
    expect([...segmentMeans(Float32Array.of(0.5), 3)]).toEqual([0.5, 0.5, 0.5]);
  });

  it('returns as many samples as stretches unchanged', () => {
    fc.assert(
      fc.property(values({ minLength: 1, maxLength: 80 }), (curve) => {
        segmentMeans(curve, curve.length).forEach((value, index) =>
          expect(value).toBeCloseTo(curve[index], 7),
        );
      }),
    );
  });

  it('keeps the mean where there are enough samples', () => {
    fc.assert(
      fc.property(values({ minLength: 64, maxLength: 300 }), (curve) => {
        expect(mean(segmentMeans(curve, 64))).toBeCloseTo(mean(curve), 6);
      }),
    );
  });

  it('refuses an empty curve', () => {
    expect(() => segmentMeans(new Float32Array(0), 64)).toThrow(RangeError);
  });
});

describe('trajectoryAt', () => {
  const points = [
    { t: 3, valence: 1, arousal: 0 },
    { t: 1, valence: 0, arousal: -1 },
  ];

  it('draws straight lines between key points in any order and holds the ends', () => {
    const { valence, arousal } = trajectoryAt(points, Float64Array.of(0, 1, 1.5, 3, 9));
    expect([...valence]).toEqual([0, 0, 0.25, 1, 1]);
    expect([...arousal]).toEqual([-1, -1, -0.75, 0, 0]);
  });

  it('jumps between key points of one time', () => {
    const jump = [...points, { t: 3, valence: -1, arousal: 0.5 }];
    expect([...trajectoryAt(jump, Float64Array.of(2.5, 3, 4)).valence]).toEqual([0.75, -1, -1]);
  });

  it('refuses no points and points that are not finite', () => {
    expect(() => trajectoryAt([], Float64Array.of(0))).toThrow('invalid points: []');
    expect(() => trajectoryAt([{ t: 0, valence: NaN, arousal: 0 }], Float64Array.of(0))).toThrow(RangeError);
  });
});

describe('sampleTrajectory', () => {
  const line = (end: number) => [
    { t: 0, valence: 0, arousal: 0 },
    { t: end, valence: 1, arousal: -1 },
  ];

  it('samples at the middles of hops, in seconds or in parts of the whole', () => {
    expect([...sampleTrajectory(line(2), { durationSeconds: 2, hop: 0.5 }).valence]).toEqual([
      0.125, 0.375, 0.625, 0.875,
    ]);
    expect([...sampleTrajectory(line(1), { hop: 0.25 }).arousal]).toEqual([-0.125, -0.375, -0.625, -0.875]);
  });

  it('has a sample for a duration shorter than a hop', () => {
    expect(sampleTrajectory(line(1), { durationSeconds: 0.1, hop: 0.5 }).valence).toHaveLength(1);
  });

  it.each([0, -1, NaN, Infinity])('refuses a duration of %s', (durationSeconds) => {
    expect(() => sampleTrajectory(line(1), { durationSeconds, hop: 0.5 })).toThrow('invalid durationSeconds');
  });
});
