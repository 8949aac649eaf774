import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainShapeFloor } from '../affect/shape';
import { curveHopSeconds } from '../affect/curveHop';
import { TrajectoryIndex } from '../dtw/search/trajectorySearch';
import { bandOf, cueImportance, cueOf, type CueQuestion } from './cue';
import { cueCosts, cueFitAt, worstMoment } from './cueFit';
import { keyPointsOf, smoothCurve } from './testing/curves.testing';

const hopSeconds = curveHopSeconds;
const length = 40;

function questionFrom(seed: number, change: Partial<CueQuestion> = {}): CueQuestion {
  return {
    points: keyPointsOf(smoothCurve(seed, 200), { start: 60, length, hopSeconds }),
    durationSeconds: length * hopSeconds,
    importance: [],
    toleranceSeconds: 0.5,
    ...change,
  };
}

const changes = fc.record({
  importance: fc.constantFrom(
    [],
    [{ start: 3, end: 9, weight: 0 }],
    [
      { start: 0, end: 2.2, weight: 0.5 },
      { start: 10, end: 14, weight: 4 },
    ],
  ),
  toleranceSeconds: fc.constantFrom(0, 0.5, 1, 2),
  blend: fc.constantFrom(0, 1, 0.4),
});

describe('cueFitAt', () => {
  it('is what the search tells of the places it finds, and what cueCosts gives', () => {
    const index = new TrajectoryIndex();
    const curves = Array.from({ length: 5 }, (_, trackId) => smoothCurve(trackId, 150 + 10 * trackId));
    curves.forEach((curve, trackId) => index.set(trackId, curve));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), changes, (seed, change) => {
        const question = questionFrom(seed, change);
        const { points, durationSeconds, blend } = question;
        const importance = cueImportance(question);
        const { matches } = index.search({
          ...{ points, durationSeconds, blend, importance, scope: 'section', limit: 4 },
          band: bandOf(question),
          floor: plainShapeFloor,
        });
        const cue = cueOf(question);
        expect(matches).toHaveLength(4);
        for (const { trackId, section, distance, error, worst } of matches) {
          expect(section.end - section.start).toBeCloseTo(durationSeconds, 12);
          const fit = cueFitAt(cue, curves[trackId], section.start)!;
          expect(fit.distance).toBeCloseTo(distance, 6);
          fit.error.forEach((value, at) => expect(value).toBeCloseTo(error[at], 5));
          expect(worstMoment(error, cue.importance.weights)).toMatchObject(worst);
          const cost = cueCosts(cue, curves[trackId])(section.start / hopSeconds);
          expect(Math.sqrt(cost / length)).toBeCloseTo(distance, 6);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is nothing where the cue is cut from the track, with any importance and tolerance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), changes, (seed, change) => {
        const cue = cueOf(questionFrom(seed, change));
        expect(cueFitAt(cue, smoothCurve(seed, 200), 30)!.distance).toBeLessThan(1e-5);
      }),
    );
  });

  it('ignores what happens where nothing counts, also in the shape', () => {
    const importance = [{ start: 5, end: 10, weight: 0 }];
    const curve = smoothCurve(3, 200);
    const disturbed = { valence: curve.valence.slice(), arousal: curve.arousal.slice() };
    for (let index = 71; index < 79; index++) disturbed.valence[index] = index % 2 ? 1 : -1;
    for (const blend of [0, 1]) {
      const cue = cueOf(questionFrom(3, { importance, blend, toleranceSeconds: 0 }));
      expect(cueFitAt(cue, disturbed, 30)!.distance).toBeLessThan(1e-5);
    }
    expect(cueFitAt(cueOf(questionFrom(3, { blend: 0 })), disturbed, 30)!.distance).toBeGreaterThan(0.2);
  });

  it('follows a hand between the samples, from the track’s start to where the cue would end behind it', () => {
    const curve = smoothCurve(8, 100);
    const cue = cueOf(questionFrom(8, { blend: 0, toleranceSeconds: 0 }));
    const at = (seconds: number) => cueFitAt(cue, curve, seconds)?.distance;
    expect(at(-0.01)).toBeUndefined();
    expect(at(30)).toBeDefined();
    expect(at(30.01)).toBeUndefined();
    for (let start = 0; start < 30; start += 0.5) {
      const [before, between, after] = [start, start + 0.2, start + 0.5].map((seconds) => at(seconds)!);
      // Linear between samples, so that the distance, a norm, is convex there.
      expect(between).toBeLessThanOrEqual(0.6 * before + 0.4 * after + 1e-6);
    }
  });

  it('tells the worst of the moments that count, and how far apart they are there', () => {
    const error = [0, 0, 0, 0, 9, 9, 1, 1, 0, 0, 0, 0, 3, 3, 0, 0];
    const weights = Float64Array.from(error, (value) => (value === 9 ? 0 : 1));
    expect(worstMoment(error, weights)).toEqual({ start: 6, end: 7, distance: 3 });
  });
});

describe('cueOf', () => {
  it('refuses a cue of which nothing counts', () => {
    const importance = [{ start: 0, end: 20, weight: 0 }];
    expect(() => cueOf(questionFrom(1, { importance }))).toThrow(
      new RangeError('invalid importance: 0 everywhere (let some moment count)'),
    );
  });
});
