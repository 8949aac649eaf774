import { describe, expect, it } from 'vitest';
import { courseOf, describeCurve } from './describeCurve';

const sampling = { hopSeconds: 0.5, startSeconds: 0.25, durationSeconds: 60 };
const series = (valueAt: (share: number) => number) =>
  Float32Array.from({ length: 120 }, (_, index) => valueAt(index / 119));

describe('courseOf', () => {
  it('tells rising, falling, moving and still series apart', () => {
    expect(
      courseOf(
        series((share) => share),
        sampling,
      ).word,
    ).toBe('rises');
    expect(
      courseOf(
        series((share) => -share),
        sampling,
      ).word,
    ).toBe('falls');
    expect(
      courseOf(
        series((share) => Math.sin(20 * share) / 4),
        sampling,
      ).word,
    ).toBe('moves');
    expect(
      courseOf(
        series(() => 0.4),
        sampling,
      ).word,
    ).toBe('stays');
  });
});

describe('describeCurve', () => {
  it('says what a listener would want to know', () => {
    const curve = {
      ...sampling,
      heard: {
        valence: series(() => 0.25),
        arousal: series((share) => share - 0.5),
        valenceDeviation: series(() => 0.1),
        arousalDeviation: series(() => 0.1),
      },
      meant: null,
    };
    expect(describeCurve(curve)).toBe(
      'Valence stays near +0.25. Arousal rises over the track, between −0.50 and +0.50, most energetic at 0:59.',
    );
  });
});
