import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slantedBand, squareBand } from './band';
import { curveHopSeconds, type Trajectory } from './curve';
import { sampleTrajectory, trajectoryMeans } from './resample';
import { overlaps, stretchLengths } from './section';
import { sequenceOf } from './sequence';
import { compareFound, type Found } from './topMatches';
import { TrajectoryIndex, type TrajectoryQuery } from './trajectorySearch';
import { storedLevel } from './wholeTrack';
import { alignmentOf } from './warpingPath';

const defaults = {
  blend: 0,
  band: 0.1,
  weights: { valence: 1, arousal: 1 },
  lengthRatio: { min: 0.8, max: 1.25 },
};

/** Every candidate compared in full, ranked, taken in order: what the search must equal. */
function exhaustive(tracks: ReadonlyMap<number, Trajectory>, query: TrajectoryQuery): Found[] {
  const { blend, band, weights, lengthRatio } = { ...defaults, ...query };
  const comparison = { blend, weights };
  const samples = sampleTrajectory(query.points, {
    durationSeconds: query.durationSeconds,
    hop: curveHopSeconds,
  });
  const found: Found[] = [];
  const compare = (
    trackId: number,
    place: { start: number; length: number },
    parts: [Trajectory, Trajectory],
  ) => {
    const [drawing, curve] = parts.map((part) => sequenceOf(part, comparison));
    const area =
      query.scope === 'track' ? squareBand(64, band) : slantedBand(curve.length, drawing.length, band);
    const alignment = alignmentOf(drawing, curve, area);
    if (alignment) found.push({ trackId, cost: alignment.distance, ...place });
  };
  for (const [trackId, { valence, arousal }] of tracks) {
    if (query.trackIds && !query.trackIds.has(trackId)) continue;
    if (query.scope === 'track') {
      const drawing = trajectoryMeans(samples, 64);
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
  .map(([length, step, random]): Trajectory => {
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
    limit: fc.integer({ min: 1, max: 12 }),
    trackIds: fc.uniqueArray(fc.integer({ min: 0, max: 7 })).map((ids) => new Set(ids)),
  },
  { requiredKeys: ['points', 'durationSeconds', 'scope', 'blend', 'limit'] },
);

function indexOf(tracks: ReadonlyMap<number, Trajectory>): TrajectoryIndex {
  const index = new TrajectoryIndex();
  tracks.forEach((curve, trackId) => index.set(trackId, curve));
  return index;
}

const wave = (length: number, { from = 0, scale = 0.4, offset = 0 } = {}): Trajectory => ({
  valence: Float32Array.from({ length }, (_, index) => offset + scale * Math.sin((from + index) / 7)),
  arousal: Float32Array.from({ length }, (_, index) => offset - scale * Math.cos((from + index) / 11)),
});

/** Key points on every sample of a stretch of a curve. */
const tracing = (curve: Trajectory, from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({
    t: (index + 0.5) * curveHopSeconds,
    valence: curve.valence[from + index],
    arousal: curve.arousal[from + index],
  }));

describe('TrajectoryIndex.search', () => {
  it('equals the exhaustive search for every scope, blend, band, weights, length ratio, filter and limit', () => {
    fc.assert(
      fc.property(fc.array(curves, { maxLength: 6 }), queries, (list, query) => {
        const tracks = new Map(list.map((curve, trackId) => [trackId, curve]));
        const { matches } = indexOf(tracks).search(query);
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

  it('lets no two sections of a track overlap by more than half of the shorter', () => {
    const index = indexOf(
      new Map([
        [1, wave(200)],
        [2, wave(160, { from: 30 })],
      ]),
    );
    const points = tracing(wave(200), 20, 50);
    const { matches } = index.search({ points, durationSeconds: 15, scope: 'section', limit: 20 });
    expect(matches.length).toBeGreaterThan(8);
    const found = matches.map(({ trackId, section: { start, end } }) => ({
      trackId,
      cost: 0,
      start,
      length: end - start,
    }));
    found.forEach((a, place) =>
      found.slice(place + 1).forEach((b) => expect(a.trackId === b.trackId && overlaps(a, b)).toBe(false)),
    );
  });

  it('finds a stretch where it was taken from, with the path counted from the start of the track', () => {
    const curve = wave(150);
    const index = indexOf(
      new Map([
        [3, wave(150, { from: 400 })],
        [7, curve],
      ]),
    );
    const [match] = index.search({
      points: tracing(curve, 61, 93),
      durationSeconds: 16,
      scope: 'section',
      mode: 'level',
      limit: 1,
    }).matches;
    expect(match).toMatchObject({ trackId: 7, section: { start: 30.5, end: 46.5 }, curveHopSeconds: 0.5 });
    expect(match.distance).toBeCloseTo(0, 6);
    expect(match.path).toEqual(Array.from({ length: 32 }, (_, step) => [step, 61 + step]));
  });

  it('tells where on the drawing a match fits worst', () => {
    const curve = wave(150);
    const points = tracing(curve, 40, 104);
    for (const point of points.slice(16, 24)) point.valence += 0.3;
    const index = indexOf(new Map([[1, curve]]));
    const query: TrajectoryQuery = { points, durationSeconds: 32, scope: 'section', mode: 'level', limit: 1 };
    const [{ worst, error }] = index.search(query).matches;
    expect(worst).toEqual({ start: 8, end: 12 });
    expect(Math.max(...error)).toBe(Math.max(...error.slice(16, 24)));
    const [whole] = index.search({
      ...query,
      points: tracing(curve, 0, 150),
      scope: 'track',
      durationSeconds: 75,
    }).matches;
    expect(whole.worst.end - whole.worst.start).toBeCloseTo(75 / 8, 6);
  });

  it('finds the shape of a track at another level and size', () => {
    const index = indexOf(
      new Map([
        [1, wave(90, { from: 50 })],
        [2, wave(90, { scale: 0.15, offset: 0.3 })],
      ]),
    );
    const points = tracing(wave(90), 0, 90);
    const { matches, mode } = index.search({ points, durationSeconds: 45, scope: 'track', limit: 1 });
    expect(mode).toBe('shape');
    expect(matches[0].trackId).toBe(2);
    expect(matches[0].distance).toBeCloseTo(0, 4);
  });

  it('compares a still drawing by level, a moving one by shape, unless asked otherwise', () => {
    const index = indexOf(new Map([[1, wave(90)]]));
    const still = [{ t: 0, valence: 0.2, arousal: 0.2 }];
    const moving = [...still, { t: 1, valence: 0.8, arousal: 0.2 }];
    const used = (query: Partial<TrajectoryQuery>) => {
      const { mode, blend } = index.search({ points: moving, scope: 'track', limit: 1, ...query });
      return [mode, blend];
    };
    expect(used({ points: still })).toEqual(['level', 0]);
    expect(used({})).toEqual(['shape', 1]);
    expect(used({ mode: 'level' })).toEqual(['level', 0]);
    expect(used({ points: still, mode: 'shape' })).toEqual(['shape', 1]);
    expect(used({ mode: 'level', blend: 0.25 })).toEqual(['blend', 0.25]);
  });

  it('gives hops in seconds, for drawings without duration in parts of the whole', () => {
    const index = indexOf(new Map([[1, wave(96)]]));
    const points = [{ t: 0, valence: 0, arousal: 0 }];
    const whole = index.search({ points, durationSeconds: 32, scope: 'track', limit: 1 });
    expect(whole).toMatchObject({ queryHopSeconds: 0.5, curveHopSeconds: null, exact: true, searched: 1 });
    expect(whole.matches[0]).toMatchObject({ section: { start: 0, end: 48 }, curveHopSeconds: 0.75 });
    expect(index.search({ points, scope: 'track', limit: 1 }).queryHopSeconds).toBe(1 / 64);
    const section = index.search({ points, durationSeconds: 32, scope: 'section', limit: 1 });
    expect(section).toMatchObject({ queryHopSeconds: 0.5, curveHopSeconds: 0.5 });
  });

  it('breaks ties by track id and forgets replaced and deleted tracks', () => {
    const index = indexOf(
      new Map([
        [9, wave(80)],
        [4, wave(80)],
        [6, wave(80)],
        [5, wave(80, { offset: 0.4 })],
      ]),
    );
    const query: TrajectoryQuery = {
      points: tracing(wave(80), 0, 80),
      durationSeconds: 40,
      scope: 'track',
      blend: 0,
      limit: 2,
    };
    const ids = () => index.search(query).matches.map(({ trackId }) => trackId);
    expect(ids()).toEqual([4, 6]);
    index.delete(4);
    index.set(6, wave(80, { offset: -0.4 }));
    expect(index.size).toBe(3);
    expect(ids()[0]).toBe(9);
  });

  it('has no sections in tracks shorter than the shortest stretch', () => {
    const index = indexOf(
      new Map([
        [1, wave(15)],
        [2, wave(16)],
      ]),
    );
    const query: TrajectoryQuery = {
      points: tracing(wave(20), 0, 20),
      durationSeconds: 10,
      scope: 'section',
      limit: 9,
    };
    expect(index.search(query).matches.map(({ trackId }) => trackId)).toEqual([2]);
  });

  it.each([
    [{ scope: 'section', durationSeconds: undefined }, 'invalid durationSeconds'],
    [{ durationSeconds: 0 }, 'invalid durationSeconds: 0'],
    [{ points: [] }, 'invalid points'],
    [{ blend: 1.5 }, 'invalid blend: 1.5'],
    [{ band: NaN }, 'invalid band: NaN'],
    [{ limit: 0 }, 'invalid limit: 0'],
    [{ weights: { valence: 0, arousal: 0 } }, 'invalid weights: 0, 0'],
    [{ lengthRatio: { min: 2, max: 1 } }, 'invalid lengthRatio: 2 to 1'],
  ] as const)('refuses %o', (change, message) => {
    const query = {
      points: tracing(wave(20), 0, 20),
      durationSeconds: 10,
      scope: 'track',
      limit: 1,
      ...change,
    } as const;
    expect(() => new TrajectoryIndex().search(query)).toThrow(message);
  });

  it('refuses curves that are empty, uneven or out of range', () => {
    const index = new TrajectoryIndex();
    const set = (valence: number[], arousal: number[]) => () =>
      index.set(1, { valence: Float32Array.from(valence), arousal: Float32Array.from(arousal) });
    expect(set([], [])).toThrow('invalid curve: 0 valence and 0 arousal samples');
    expect(set([0], [0, 1])).toThrow(RangeError);
    expect(set([NaN], [0])).toThrow('out of range');
    expect(set([0], [1.01])).toThrow('out of range');
    expect(index.size).toBe(0);
  });
});
