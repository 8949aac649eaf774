import { indexOfCurves } from '../testing/trajectoryIndex.testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slantedBand, squareBand } from '../band';
import { curveHopSeconds } from '../../affect/curveHop';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { sampleTrajectory, curveMeans } from '../../affect/resample';
import { plainShapeFloor } from '../../affect/shape';
import { overlaps } from '../plain/section';
import { stretchLengths } from '../lengthRatio';
import { sequenceOf } from '../sequence';
import { compareFound, type Found } from '../topMatches';
import { TrackSet } from '../../trackSet';
import { type TrajectoryQuery } from './trajectorySearch';
import { storedLevel } from '../storedLevel';
import { alignmentOf } from './warpingPath';

const defaults = {
  blend: 0,
  band: 0.1,
  weights: { valence: 1, arousal: 1 },
  lengthRatio: { min: 1, max: 1 },
  floor: plainShapeFloor,
};

/** Every candidate compared in full, ranked, taken in order: what the search must equal. */
function exhaustive(tracks: ReadonlyMap<number, EmotionCurve>, query: TrajectoryQuery): Found[] {
  const { blend, band, weights, lengthRatio, floor } = { ...defaults, ...query };
  const comparison = { blend, weights, floor };
  const samples = sampleTrajectory(query.points, {
    durationSeconds: query.durationSeconds,
    hop: curveHopSeconds,
  });
  const found: Found[] = [];
  const compare = (
    trackId: number,
    place: { start: number; length: number },
    parts: [EmotionCurve, EmotionCurve],
  ) => {
    const [drawing, curve] = parts.map((part) => sequenceOf(part, comparison));
    const area =
      query.scope === 'track' ? squareBand(64, band) : slantedBand(curve.length, drawing.length, band);
    const alignment = alignmentOf(drawing, curve, { band: area });
    if (alignment) found.push({ trackId, cost: alignment.distance, ...place });
  };
  for (const [trackId, { valence, arousal }] of tracks) {
    if (query.among && !query.among.has(trackId)) continue;
    if (query.scope === 'track') {
      const drawing = curveMeans(samples, 64);
      compare(trackId, { start: 0, length: valence.length }, [drawing, storedLevel({ valence, arousal })]);
      continue;
    }
    const lengths = stretchLengths(samples.valence.length, lengthRatio) ?? { shortest: 1, longest: 0 };
    for (let length = lengths.shortest; length <= lengths.longest; length++) {
      for (let start = 0; start + length <= valence.length; start++) {
        const cut = (values: Float32Array) => values.slice(start, start + length);
        compare(trackId, { start, length }, [samples, { valence: cut(valence), arousal: cut(arousal) }]);
      }
    }
  }
  return found.sort(compareFound);
}

/** Costs nearer than this may change places: the search and the reference round differently. */
const tie = 1e-6;

const blocks = (a: Found, b: Found) => a.trackId === b.trackId && overlaps(a, b);

/**
 * Whether `taken` is what taking `ranked` in order gives, up to ties: each is as near as the reference says, and
 * whatever was left out is behind the last place or overlaps a better one.
 */
function expectTaken(taken: readonly Found[], ranked: readonly Found[], limit: number): void {
  const costAt = new Map(ranked.map((one) => [`${one.trackId} ${one.start} ${one.length}`, one.cost]));
  for (const { trackId, start, length, cost } of taken) {
    expect(Math.abs(cost - costAt.get(`${trackId} ${start} ${length}`)!)).toBeLessThan(tie);
  }
  taken.forEach((one, place) =>
    expect(taken.slice(0, place).some((other) => blocks(one, other))).toBe(false),
  );
  const last = taken.length < limit ? Infinity : taken[limit - 1].cost;
  const missed = ranked.filter(
    (one) =>
      one.cost < last - tie && !taken.some((other) => blocks(other, one) && other.cost < one.cost + tie),
  );
  expect(missed).toEqual([]);
}

/** Curves of a random walk; steps and length vary, so that some are flat and some too short. */
const curves = fc
  .tuple(
    fc.integer({ min: 1, max: 60 }),
    fc.constantFrom(0.002, 0.03, 0.2),
    fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true })),
  )
  .map(([length, step, random]): EmotionCurve => {
    const walk = () => {
      let value = random.next().value * 0.5;
      return Float32Array.from({ length }, () => (value = Math.tanh(value + step * random.next().value)));
    };
    return { valence: walk(), arousal: walk() };
  });

const part = fc.double({ min: 0, max: 1, noNaN: true });
const queries: fc.Arbitrary<TrajectoryQuery> = fc.record(
  {
    points: fc.array(
      fc.record({
        t: fc.double({ min: 0, max: 10, noNaN: true }),
        valence: fc.double({ min: -1, max: 1, noNaN: true }),
        arousal: fc.double({ min: -1, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    durationSeconds: fc.double({ min: 0.5, max: 10, noNaN: true }),
    scope: fc.constantFrom('track', 'section'),
    blend: fc.oneof(fc.constantFrom(0, 1), part),
    band: fc.oneof(fc.constantFrom(0, 0.1, 1), part),
    weights: fc.record({ valence: fc.constantFrom(0.5, 1, 3), arousal: fc.constantFrom(0, 1) }),
    lengthRatio: fc.constantFrom({ min: 0.8, max: 1.25 }, { min: 0.5, max: 0.9 }, { min: 1, max: 2 }),
    floor: fc.constantFrom({ valence: 0.05, arousal: 0.3 }, { valence: 0.2, arousal: 0.08 }),
    limit: fc.integer({ min: 1, max: 12 }),
    among: fc.uniqueArray(fc.integer({ min: 0, max: 7 })).map((ids) => TrackSet.of(ids)),
  },
  { requiredKeys: ['points', 'durationSeconds', 'scope', 'blend', 'limit'] },
);

describe('TrajectoryIndex.search against every candidate compared in full', () => {
  it('equals the exhaustive search for every scope, blend, band, weights, length ratio, filter and limit', () => {
    fc.assert(
      fc.property(fc.array(curves, { maxLength: 6 }), queries, (list, query) => {
        const tracks = new Map(list.map((curve, trackId) => [trackId, curve]));
        const { matches } = indexOfCurves(tracks).search({ floor: defaults.floor, ...query });
        const taken = matches.map(({ trackId, distance, section: { start, end } }) => ({
          trackId,
          cost: distance,
          start: start / curveHopSeconds,
          length: (end - start) / curveHopSeconds,
        }));
        taken.slice(1).forEach(({ cost }, place) => expect(cost).toBeGreaterThan(taken[place].cost - tie));
        expectTaken(taken, exhaustive(tracks, query), query.limit);
      }),
      { numRuns: 300 },
    );
  });
});
