import { describe, expect, it } from 'vitest';
import { momentAt, readTrackCurve } from './trackCurve';

const base64 = (values: number[]) => Buffer.from(Float32Array.from(values).buffer).toString('base64');

const track = (count: number, meantCount?: number) => ({
  durationSeconds: count / 2,
  curve: {
    hopSeconds: 0.5 as const,
    startSeconds: 0.25,
    count,
    valuesBase64: base64(Array.from({ length: 4 * count }, (_, index) => index)),
  },
  intended:
    meantCount === undefined
      ? null
      : {
          moving: true,
          keyPoints: [],
          valuesBase64: base64(Array.from({ length: 2 * meantCount }, (_, index) => 100 + index)),
        },
});

describe('readTrackCurve', () => {
  it('takes the four planes apart', () => {
    const curve = readTrackCurve(track(3));
    expect([...curve.heard.arousal]).toEqual([3, 4, 5]);
    expect([...curve.heard.valenceDeviation]).toEqual([6, 7, 8]);
    expect([...curve.heard.arousalDeviation]).toEqual([9, 10, 11]);
    expect(curve.meant).toBeNull();
  });

  it('cuts a longer intention to the part both have', () => {
    const { meant } = readTrackCurve(track(3, 4));
    expect([...meant!.valence]).toEqual([100, 101, 102]);
    expect([...meant!.arousal]).toEqual([104, 105, 106]);
  });
});

describe('momentAt', () => {
  it('reads the nearest sample and holds at both ends', () => {
    const curve = readTrackCurve(track(4, 3));
    expect(momentAt(curve, 0.9)).toMatchObject({ valence: 1, arousal: 5, valenceDeviation: 9 });
    expect(momentAt(curve, 0).valence).toBe(0);
    expect(momentAt(curve, 99)).toMatchObject({ valence: 3, meant: { valence: 102, arousal: 105 } });
  });
});
