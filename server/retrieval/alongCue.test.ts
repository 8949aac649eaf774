import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisOf, fileOf, soundOf, trackOf } from '@/db/testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import * as schema from '@/db/schema';
import { decodeMeans, encodeCurve } from '@/ml/affect/curveCodec';
import { curveHopSeconds } from '@/ml/affect/curveHop';
import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import { cueOf } from '@/ml/film/cue';
import { cueFitAt } from '@/ml/film/cueFit';
import { keyPointsOf, smoothCurve } from '@/ml/film/testing/curves.testing';
import { owner } from '../access/caller';
import { parseInput } from '../base/parseInput';
import { alongCue } from './alongCue';
import { cueQuery } from './cueQuery';
import { Retrieval } from './retrieval';

const trackCount = 12;
const trackPoints = 160;
const cueLength = 60;
/** The last sample of a curve stands for what is left of the track, here 0.2 s. */
const trackSeconds = (trackPoints - 1) * curveHopSeconds + 0.2;
let library: TestDatabase;
let retrieval: Retrieval;

const encoded = (curve: EmotionCurve) => {
  const deviation = new Float32Array(trackPoints).fill(0.2);
  return encodeCurve({ ...curve, valenceDeviation: deviation, arousalDeviation: deviation });
};
/** As storage gives them back. */
const curveOf = (trackId: number): EmotionCurve => {
  const bytes = encoded(smoothCurve(trackId, trackPoints));
  return decodeMeans(bytes.slice(0, (bytes.length + 1) / 2));
};

beforeAll(async () => {
  library = await openTestDatabase();
  const numbers = Array.from({ length: trackCount }, (_, index) => index + 1);
  const { database } = library;
  await database
    .insert(schema.tracks)
    .values(numbers.map((i) => ({ ...trackOf(i), groupId: i, durationSeconds: trackSeconds })));
  await database.insert(schema.files).values(numbers.map(fileOf));
  await database.insert(schema.sounds).values(numbers.map(soundOf));
  await database
    .insert(schema.analyses)
    .values(
      numbers.map((i) => ({ ...analysisOf(i), current: true, curve: encoded(smoothCurve(i, trackPoints)) })),
    );
  retrieval = new Retrieval({ database, memoryBytes: Infinity, onFault: console.error });
  await retrieval.load();
});

afterAll(async () => {
  await retrieval.stop();
  await library.close();
});

function questionOf(trackId: number, start: number, change: object = {}) {
  const cut = { start, length: cueLength, hopSeconds: curveHopSeconds };
  const points = keyPointsOf(curveOf(trackId), cut);
  return parseInput(cueQuery, { points, durationSeconds: cueLength * curveHopSeconds, ...change });
}

describe('alongCue', () => {
  it('finds the stretch that a cue was cut from, with its place and the whole track’s curve', async () => {
    for (const change of [{ blend: 0 }, { blend: 1 }, { blend: 0.5, toleranceSeconds: 2 }]) {
      const answer = await alongCue(retrieval, owner, questionOf(7, 45, change));
      expect(answer).toMatchObject({ exact: true, searched: trackCount, blend: change.blend });
      const [first] = answer.matches;
      expect(first).toMatchObject({ trackId: 7, section: { start: 22.5, end: 52.5 } });
      expect(first.distance).toBeLessThan(1e-3);
      expect(first.place).toMatchObject({ earliest: 22.5, latest: 22.5, plusMinusSeconds: 0.25 });
      expect(first.trackCurve).toEqual(curveOf(7));
    }
  });

  it('tells of every match what trying its place by hand tells', async () => {
    const importance = [
      { start: 5, end: 9, weight: 0 },
      { start: 20, end: 26, weight: 4 },
    ];
    const question = questionOf(3, 20, { importance, blend: 0.3, toleranceSeconds: 1 });
    const { matches } = await alongCue(retrieval, owner, question);
    const cue = cueOf(question);
    expect(matches).toHaveLength(10);
    for (const { trackCurve, section, distance, worst, place } of matches) {
      const fit = cueFitAt(cue, trackCurve, section.start)!;
      expect(fit.distance).toBeCloseTo(distance, 6);
      expect(fit.worst.start).toBe(worst.start);
      expect(fit.worst.distance).toBeCloseTo(worst.distance, 5);
      expect(section.end - section.start).toBe(30);
      expect(place.earliest).toBeLessThanOrEqual(section.start);
      expect(place.latest).toBeGreaterThanOrEqual(section.start);
      const ends = [place.earliest, place.latest].map((start) => cueFitAt(cue, trackCurve, start)!.distance);
      for (const end of ends) expect(end ** 2).toBeLessThanOrEqual(distance ** 2 * 1.1 + 1e-6);
    }
  });

  it('ranks by what counts', async () => {
    const mixed = [...keyPointsOf(curveOf(2), { start: 30, length: 30, hopSeconds: curveHopSeconds })];
    const rest = keyPointsOf(curveOf(9), { start: 60, length: 30, hopSeconds: curveHopSeconds });
    const points = [...mixed, ...rest.map((point) => ({ ...point, t: point.t + 15 }))];
    const best = async (start: number, end: number) => {
      const importance = [{ start, end, weight: 0 }];
      const question = parseInput(cueQuery, { points, durationSeconds: 30, importance, blend: 0, limit: 1 });
      const { matches } = await alongCue(retrieval, owner, question);
      return matches.map(({ trackId, section }) => [trackId, section.start]);
    };
    expect(await best(15, 30)).toEqual([[2, 15]]);
    expect(await best(0, 15)).toEqual([[9, 15]]);
  });

  it('gives music to the cue’s very end where the curve reaches beyond the track’s sound', async () => {
    const start = trackPoints - cueLength;
    const question = questionOf(5, start, { blend: 0, limit: 1 });
    const [first] = (await alongCue(retrieval, owner, question)).matches;
    expect(first).toMatchObject({ trackId: 5, section: { end: trackSeconds } });
    expect(first.section.start).toBeCloseTo(trackSeconds - 30, 9);
    const fit = cueFitAt(cueOf(question), first.trackCurve, first.section.start)!;
    expect(first.distance).toBe(fit.distance);
  });

  it('searches what a filter lets through', async () => {
    const filter = { minDurationSeconds: 1e5 };
    const { matches, searched } = await alongCue(retrieval, owner, questionOf(7, 45, { filter }));
    expect({ matches, searched }).toEqual({ matches: [], searched: 0 });
  });
});
