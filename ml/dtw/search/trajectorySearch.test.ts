import { indexOfCurves } from '../testing/trajectoryIndex.testing';
import { describe, expect, it } from 'vitest';
import { curveHopSeconds } from '../../affect/curveHop';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { curveSpread, spreadOf } from '../../affect/shape';
import { randomFrom, walk } from '../testing/randomCurves.testing';
import { overlaps } from '../plain/section';
import { storedLevel } from '../storedLevel';
import { TrajectoryIndex, type TrajectoryQuery } from './trajectorySearch';

const wave = (length: number, { from = 0, scale = 0.4, offset = 0 } = {}): EmotionCurve => ({
  valence: Float32Array.from({ length }, (_, index) => offset + scale * Math.sin((from + index) / 7)),
  arousal: Float32Array.from({ length }, (_, index) => offset - scale * Math.cos((from + index) / 11)),
});

/** Key points on every sample of a stretch of a curve. */
const tracing = (curve: EmotionCurve, from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({
    t: (index + 0.5) * curveHopSeconds,
    valence: curve.valence[from + index],
    arousal: curve.arousal[from + index],
  }));

describe('TrajectoryIndex.search', () => {
  it('lets no two sections of a track overlap by more than half of the shorter', () => {
    const index = indexOfCurves(
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
    const index = indexOfCurves(
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

  it('brings what it compared along: the points that the path leads over, and their spread', () => {
    const curve = wave(150);
    const index = indexOfCurves(new Map([[7, curve]]));
    const points = tracing(curve, 61, 93);
    const query: TrajectoryQuery = { points, durationSeconds: 16, scope: 'section', limit: 1 };
    const [section] = index.search(query).matches;
    const [first, last] = [section.path[0][1], section.path[section.path.length - 1][1]];
    const stretch = (values: Float32Array) => values.slice(first, last + 1);
    expect(section.curve).toEqual({ valence: stretch(curve.valence), arousal: stretch(curve.arousal) });
    expect(section.spread).toEqual(curveSpread(section.curve));

    const [whole] = index.search({ ...query, scope: 'track' }).matches;
    expect(whole.path[whole.path.length - 1][1]).toBe(63);
    expect(whole.curve).toEqual(storedLevel(curve));
    expect(whole.spread.valence).toEqual(spreadOf(whole.curve.valence));
  });

  it('tells where on the drawing a match fits worst', () => {
    const curve = wave(150);
    const points = tracing(curve, 40, 104);
    for (const point of points.slice(16, 24)) point.valence += 0.3;
    const index = indexOfCurves(new Map([[1, curve]]));
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
    const index = indexOfCurves(
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
    const index = indexOfCurves(new Map([[1, wave(90)]]));
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
    const index = indexOfCurves(new Map([[1, wave(96)]]));
    const points = [{ t: 0, valence: 0, arousal: 0 }];
    const whole = index.search({ points, durationSeconds: 32, scope: 'track', limit: 1 });
    expect(whole).toMatchObject({ queryHopSeconds: 0.5, curveHopSeconds: null, exact: true, searched: 1 });
    expect(whole.matches[0]).toMatchObject({ section: { start: 0, end: 48 }, curveHopSeconds: 0.75 });
    expect(index.search({ points, scope: 'track', limit: 1 }).queryHopSeconds).toBe(1 / 64);
    const section = index.search({ points, durationSeconds: 32, scope: 'section', limit: 1 });
    expect(section).toMatchObject({ queryHopSeconds: 0.5, curveHopSeconds: 0.5 });
  });

  it('breaks ties by track id and forgets replaced and deleted tracks', () => {
    const index = indexOfCurves(
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
    const index = indexOfCurves(
      new Map([
        [1, wave(15)],
        [2, wave(16)],
      ]),
    );
    const query: TrajectoryQuery = {
      points: tracing(wave(20), 0, 20),
      durationSeconds: 10,
      scope: 'section',
      lengthRatio: { min: 0.8, max: 1.25 },
      limit: 9,
    };
    expect(index.search(query).matches.map(({ trackId }) => trackId)).toEqual([2]);
  });

  it('takes sections exactly as long as the drawing, unless told otherwise', () => {
    const index = indexOfCurves(new Map([[1, wave(90)]]));
    const query: TrajectoryQuery = {
      points: tracing(wave(90), 20, 44),
      durationSeconds: 10,
      scope: 'section',
      limit: 5,
    };
    for (const { section } of index.search(query).matches) expect(section.end - section.start).toBe(10);
    const free = index.search({ ...query, lengthRatio: { min: 0.5, max: 2 } });
    expect(free.matches.some(({ section }) => section.end - section.start !== 10)).toBe(true);
  });

  it('takes what hardly moves in its library for no match by shape, however it is formed', () => {
    const walks = Array.from(
      { length: 9 },
      (_, trackId) => [trackId, walk(randomFrom(trackId), 0.35)] as const,
    );
    const drawn = walks[3][1];
    const flat = {
      valence: drawn.valence.map((value) => 0.2 * value),
      arousal: drawn.arousal.map((value) => 0.2 * value),
    };
    const index = indexOfCurves(new Map([...walks, [20, flat]]));
    const query: TrajectoryQuery = {
      points: tracing(drawn, 0, 64),
      durationSeconds: 32,
      scope: 'track',
      mode: 'shape',
      limit: 20,
    };
    const { matches, floor, stillDistance } = index.search(query);
    expect(matches[0]).toMatchObject({ trackId: 3, distance: expect.closeTo(0, 5) as number });
    const still = matches.find(({ trackId }) => trackId === 20)!;
    expect(Math.min(floor.valence, floor.arousal)).toBeGreaterThan(0.06);
    expect(still.distance).toBeGreaterThan(0.25);
    expect(stillDistance).toBeCloseTo(Math.SQRT2, 5);
    const told = index.search({ ...query, floor: { valence: 0.05, arousal: 0.05 } });
    expect(told.matches.find(({ trackId }) => trackId === 20)!.distance).toBeLessThan(still.distance);
  });

  it('has the floor follow tracks as they come and go, or a sample that is told', () => {
    const index = indexOfCurves(new Map([[1, wave(128)]]));
    const query: TrajectoryQuery = { points: tracing(wave(128), 0, 128), scope: 'track', limit: 1 };
    const floor = () => index.search({ ...query, durationSeconds: 64 }).floor;
    const before = floor();
    const wide = walk(randomFrom(5), 0.5);
    index.set(2, wide);
    index.set(3, wide);
    expect(floor()).not.toEqual(before);
    index.set(2, wave(128));
    index.delete(3);
    expect(floor()).toEqual(before);
    index.sampleMovement([wide]);
    expect(floor()).not.toEqual(before);
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
