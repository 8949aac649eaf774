import { describe, expect, it } from 'vitest';
import { intendedCurve } from '@/ml/composer/intendedCurve';
import { apart, intendedInWords, intendedOf } from './intended';

const steady = { durationSeconds: 40, keyPoints: [{ t: 0, valence: 0.8, arousal: -0.3 }] };
const rising = {
  durationSeconds: 40,
  keyPoints: [
    { t: 0, valence: -0.5, arousal: -0.75 },
    { t: 40, valence: 0.5, arousal: 0.75 },
  ],
};

describe('what was meant by a piece', () => {
  it('is one point, and its distance to what is heard, where it stays', () => {
    const intended = intendedOf(intendedCurve(steady), false);
    expect(intended.way).toEqual([]);
    expect(intended.point.valence).toBeCloseTo(0.8, 5);
    expect(apart(intended, { valence: 0.5, arousal: 0.1 })).toBeCloseTo(0.5, 5);
    expect(intendedInWords(intended, { valence: 0.5, arousal: 0.1 })).toBe(
      'Its composer meant valence +0.80, arousal −0.30; the model hears valence +0.50, arousal +0.10: 0.50 apart.',
    );
  });

  it('is a way from its start to its end where it moves, with its average', () => {
    const { point, way } = intendedOf(intendedCurve(rising), true);
    expect(point.valence).toBeCloseTo(0, 2);
    expect(point.arousal).toBeCloseTo(0, 2);
    expect(way[0].arousal).toBeLessThan(-0.7);
    expect(way.at(-1)?.arousal).toBeGreaterThan(0.7);
    expect(intendedInWords({ point, way }, point)).toMatch(/^Its composer meant on average valence/);
  });
});
