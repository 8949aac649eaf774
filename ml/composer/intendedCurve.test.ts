import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoPieces } from './demoPieces';
import { intendedCurve, monotoneInterpolation } from './intendedCurve';

describe('monotoneInterpolation', () => {
  // scipy 1.17.1: PchipInterpolator(times, values)(numpy.arange(0, times[-1] + 0.01, 0.5))
  const references = [
    {
      times: [0, 1, 2.5, 4, 7, 8],
      values: [0.1, 0.6, 0.5, -0.7, -0.7, 0.9],
      curve: [
        0.1, 0.4408333333, 0.6, 0.5877492877, 0.5532763533, 0.5, 0.1615384615, -0.4025641026, -0.7, -0.7,
        -0.7, -0.7, -0.7, -0.7, -0.7, -0.15, 0.9,
      ],
    },
    {
      times: [0, 1, 3],
      values: [0, 1, 0.5],
      curve: [0, 0.6770833333, 1, 0.9921875, 0.9375, 0.7890625, 0.5],
    },
  ];

  it.each(references)('agrees with scipy on $times.length points', ({ times, values, curve }) => {
    const at = monotoneInterpolation(times, values);
    curve.forEach((expected, i) => expect(at(0.5 * i)).toBeCloseTo(expected, 9));
  });

  it('never leaves the range of the neighbouring points', () => {
    const steps = fc.array(
      fc.tuple(fc.double({ min: 0.1, max: 5, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })),
      {
        minLength: 2,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(steps, (points) => {
        let time = 0;
        const times = points.map(([span]) => (time += span));
        const values = points.map(([, value]) => value);
        const at = monotoneInterpolation(times, values);
        for (let i = 0; i + 1 < times.length; i++) {
          const middle = at(times[i] + 0.37 * (times[i + 1] - times[i]));
          expect(middle).toBeGreaterThanOrEqual(Math.min(values[i], values[i + 1]) - 1e-9);
          expect(middle).toBeLessThanOrEqual(Math.max(values[i], values[i + 1]) + 1e-9);
        }
      }),
    );
  });
});

describe('intendedCurve', () => {
  it('has a sample every half second from a quarter second on', () => {
    for (const piece of demoPieces) {
      const { valence, arousal } = intendedCurve(piece);
      expect(valence.length).toBe(Math.floor(piece.durationSeconds / 0.5));
      expect(arousal.length).toBe(valence.length);
    }
    const [ramp] = demoPieces.filter(({ title }) => title === 'Sunrise Road');
    const line = {
      ...ramp,
      durationSeconds: 30,
      keyPoints: [
        { t: 0, valence: 0, arousal: -0.3 },
        { t: 30, valence: 0.6, arousal: 0.3 },
      ],
    };
    const { valence, arousal } = intendedCurve(line);
    expect(valence[0]).toBeCloseTo(0.6 * (0.25 / 30), 7);
    expect(arousal[59]).toBeCloseTo(-0.3 + 0.6 * (29.75 / 30), 7);
  });

  it('is constant for steady pieces', () => {
    for (const piece of demoPieces.filter(({ moving }) => !moving)) {
      const { valence, arousal } = intendedCurve(piece);
      expect(new Set(valence).size).toBe(1);
      expect(new Set(arousal).size).toBe(1);
    }
  });
});
