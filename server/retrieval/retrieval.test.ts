import { eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analysisOf, fileOf, soundOf, trackOf } from '@/db/testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import * as schema from '@/db/schema';
import { encodeCurve } from '@/ml/affect/curveCodec';
import { owner } from '../access/caller';
import { alongTrajectory } from './alongTrajectory';
import { nearPoint, nearPointInDatabase } from './nearPoint';
import { Retrieval } from './retrieval';
import { similarTo } from './similarTo';

const trackCount = 60;
/** Track 60 is another encoding of track 1. */
const alone = trackCount - 1;
let library: TestDatabase;
let retrieval: Retrieval;

/** Spreads tracks over the plane and over movements, the same each time. */
const emotionOf = (i: number): [number, number] => [Math.sin(i * 12.9898), Math.cos(i * 78.233)];
const embeddingOf = (i: number) =>
  Array.from({ length: 200 }, (_, k) => Math.sin(i * 0.7 + k * (1 + (i % 7))));

function curveOf(i: number): Uint8Array {
  const [valence, arousal] = emotionOf(i);
  const rise = (at: number) => 0.4 * Math.sin((at / 60) * Math.PI * (1 + (i % 5)));
  const plane = (value: (at: number) => number) => Float32Array.from({ length: 60 }, (_, at) => value(at));
  return encodeCurve({
    valence: plane((at) => 0.5 * valence + rise(at)),
    arousal: plane((at) => 0.5 * arousal - rise(at)),
    valenceDeviation: plane(() => 0.2),
    arousalDeviation: plane(() => 0.2),
  });
}

beforeAll(async () => {
  library = await openTestDatabase();
  const numbers = Array.from({ length: trackCount }, (_, index) => index + 1);
  const { database } = library;
  await database
    .insert(schema.tracks)
    .values(numbers.map((i) => ({ ...trackOf(i), groupId: i === trackCount ? 1 : i })));
  await database.insert(schema.files).values(numbers.map(fileOf));
  await database.insert(schema.sounds).values(numbers.map(soundOf));
  await database.insert(schema.analyses).values(
    numbers.map((i) => ({
      ...analysisOf(i),
      current: true,
      emotion: emotionOf(i),
      embedding: embeddingOf(i),
      curve: curveOf(i),
    })),
  );
  await database.insert(schema.corrections).values({ trackId: 7, valence: 0.9, arousal: 0.9 });
  retrieval = new Retrieval({ database, memoryBytes: Infinity, onFault: console.error });
  await retrieval.load();
});

afterAll(async () => {
  await retrieval.stop();
  await library.close();
});

const idsOf = (matches: { trackId: number }[]) => matches.map(({ trackId }) => trackId);

describe('nearPoint', () => {
  const distanceOf = (i: number, point: readonly [number, number]) => {
    const [valence, arousal] = i === 7 ? [0.9, 0.9] : emotionOf(i);
    return Math.hypot(valence - point[0], arousal - point[1]);
  };

  it('is what sorting every recording by distance gives, with people’s corrections in force', async () => {
    for (const point of [
      [0, 0],
      [0.9, 0.9],
      [-1, 0.3],
    ] as const) {
      const [valence, arousal] = point;
      const matches = await nearPoint(retrieval, owner, { valence, arousal, limit: 12 });
      const all = Array.from({ length: alone }, (_, index) => index + 1);
      const expected = all.sort((a, b) => distanceOf(a, point) - distanceOf(b, point)).slice(0, 12);
      expect(idsOf(matches)).toEqual(expected);
      matches.forEach(({ trackId, distance }) => expect(distance).toBeCloseTo(distanceOf(trackId, point), 5));
    }
  });

  it('is the same from the database alone, with corrections, filters and ties', async () => {
    const { database } = library;
    // Tracks 20 and 21 lie on one point, and so does the correction of 22.
    await database
      .update(schema.analyses)
      .set({ emotion: [0.25, 0.25] })
      .where(inArray(schema.analyses.trackId, [20, 21]));
    await database.insert(schema.corrections).values({ trackId: 22, valence: 0.25, arousal: 0.25 });
    for (const filter of [undefined, { minDurationSeconds: 15 }, { text: 'artist' }]) {
      for (const [valence, arousal] of [
        [0.25, 0.25],
        [0.9, 0.9],
        [-0.4, 0.2],
      ]) {
        const input = { valence, arousal, limit: 15, filter };
        const inMemory = await nearPoint(retrieval, owner, input);
        const inDatabase = await nearPointInDatabase(database, owner, input);
        expect(idsOf(inMemory)).toEqual(idsOf(inDatabase));
        inMemory.forEach(({ distance }, place) =>
          expect(distance).toBeCloseTo(inDatabase[place].distance, 9),
        );
      }
    }
    const tied = await nearPoint(retrieval, owner, { valence: 0.25, arousal: 0.25, limit: 3 });
    expect(idsOf(tied)).toEqual([20, 21, 22]);
    await database.delete(schema.corrections).where(eq(schema.corrections.trackId, 22));
    expect(idsOf(await nearPoint(retrieval, owner, { valence: 0.25, arousal: 0.25, limit: 2 }))).toEqual([
      20, 21,
    ]);
  });

  it('narrows by loudness and genre', async () => {
    const input = { valence: 0, arousal: 0, limit: 100 };
    expect(await nearPoint(retrieval, owner, { ...input, filter: { genre: 'ambient' } })).toHaveLength(alone);
    expect(await nearPoint(retrieval, owner, { ...input, filter: { genre: 'Ambi' } })).toEqual([]);
    const loud = await nearPoint(retrieval, owner, {
      ...input,
      filter: { minLoudnessLufs: -15, maxLoudnessLufs: -14 },
    });
    expect(loud).toHaveLength(30);
    expect(loud.every(({ loudnessLufs }) => loudnessLufs === -14.5)).toBe(true);
  });

  it('takes words literally and narrows before it ranks', async () => {
    const input = { valence: 0, arousal: 0, limit: 100 };
    expect(await nearPoint(retrieval, owner, { ...input, filter: { text: '%' } })).toEqual([]);
    const longer = await nearPoint(retrieval, owner, {
      ...input,
      filter: { minDurationSeconds: 50, text: 'piece' },
    });
    expect(idsOf(longer).sort((a, b) => a - b)).toEqual([50, 51, 52, 53, 54, 55, 56, 57, 58, 59]);
  });
});

describe('similarTo', () => {
  it('is the order of exact cosine distances, without the recording itself', async () => {
    const cosine = (a: number[], b: number[]) => {
      const dot = (x: number[], y: number[]) => x.reduce((sum, value, k) => sum + value * y[k], 0);
      return 1 - dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
    };
    const matches = await similarTo(library.database, owner, { trackId: 1, limit: 5 });
    const others = Array.from({ length: alone - 1 }, (_, index) => index + 2);
    const distances = others.map((i) => cosine(embeddingOf(1), embeddingOf(i))).sort((a, b) => a - b);
    matches.forEach(({ distance }, place) => expect(distance).toBeCloseTo(distances[place], 4));
    await expect(similarTo(library.database, owner, { trackId: 999, limit: 1 })).rejects.toThrow(
      'invalid trackId: 999',
    );
  });
});

describe('alongTrajectory', () => {
  const drawing = (i: number) => {
    const [valence, arousal] = emotionOf(i);
    const rise = (at: number) => 0.4 * Math.sin((at / 60) * Math.PI * (1 + (i % 5)));
    return Array.from({ length: 60 }, (_, at) => ({
      t: (at + 0.5) / 60,
      valence: 0.5 * valence + rise(at),
      arousal: 0.5 * arousal - rise(at),
    }));
  };
  const ask = (i: number, more: object = {}) =>
    alongTrajectory(retrieval, owner, {
      points: drawing(i),
      scope: 'track',
      mode: 'level',
      limit: 5,
      ...more,
    });

  it('finds the track whose curve was drawn, each recording once', async () => {
    for (const i of [2, 11, 23]) {
      const answer = await ask(i);
      expect(answer.searched).toBe(alone);
      expect(answer.matches[0]).toMatchObject({ trackId: i, title: trackOf(i).title });
      expect(answer.matches[0].distance).toBeLessThan(0.005);
    }
  });

  it('searches only what the filter lets through', async () => {
    const answer = await ask(2, { filter: { minDurationSeconds: 40 } });
    expect(answer.searched).toBe(20);
    expect(Math.min(...idsOf(answer.matches))).toBeGreaterThanOrEqual(40);
  });

  it('takes whole tracks about as long as a drawing that has a length', async () => {
    const inSeconds = drawing(2).map((point) => ({ ...point, t: 30 * point.t }));
    const asked = { points: inSeconds, durationSeconds: 30, limit: 50 };
    const durations = async (more: object) => {
      const { matches, searched } = await ask(2, { ...asked, ...more });
      expect(matches).toHaveLength(searched);
      return matches.map(({ durationSeconds }) => durationSeconds).sort((one, other) => one - other);
    };
    // Tracks last a tenth of a second more than whole ones.
    const about = await durations({});
    expect([about[0], about.at(-1)]).toEqual([24.1, 37.1]);
    const free = await durations({ lengthRatio: { min: 0.5, max: 2 } });
    expect([free[0], free.at(-1)]).toEqual([15.1, 59.1]);
    const narrowed = await durations({ filter: { minDurationSeconds: 20, maxDurationSeconds: 26 } });
    expect([narrowed[0], narrowed.at(-1)]).toEqual([24.1, 25.1]);
  });

  it('leaves silence out of whole tracks and sections, and takes it in once it is heard', async () => {
    const { database } = library;
    const sound = async (loudnessLufs: number | null, samplePeakDb: number | null) => {
      await database
        .update(schema.sounds)
        .set({ loudnessLufs, samplePeakDb })
        .where(eq(schema.sounds.trackId, 23));
      // A track's sound is written with its analysis, which the feed tells of.
      await database
        .update(schema.analyses)
        .set({ analysedAt: new Date() })
        .where(eq(schema.analyses.trackId, 23));
    };
    const sections = {
      points: drawing(23).map((point) => ({ ...point, t: 20 * point.t })),
      durationSeconds: 20,
      scope: 'section',
      limit: 60,
    };
    await sound(null, -75);
    for (const more of [{ limit: 60 }, { limit: 60, mode: 'shape' }, sections]) {
      const answer = await ask(23, more);
      expect(answer.searched).toBe(alone - 1);
      expect(idsOf(answer.matches)).not.toContain(23);
    }
    // Too short for a loudness, and heard all the same; then loud.
    for (const loudness of [null, -20]) {
      await sound(loudness, -3);
      expect((await ask(23)).matches[0].trackId).toBe(23);
      await sound(null, null);
      expect((await ask(23)).matches[0].trackId).not.toBe(23);
    }
    await sound(-20, -3);
  });

  it('follows the catalogue: a removed track, one re-analysed, a recording another file stands for', async () => {
    const { database } = library;
    await database.delete(schema.tracks).where(eq(schema.tracks.id, 11));
    expect(idsOf((await ask(11)).matches)).not.toContain(11);
    await database.update(schema.analyses).set({ current: false }).where(eq(schema.analyses.trackId, 12));
    await database.insert(schema.analyses).values({
      ...analysisOf(12),
      modelVersion: 'newer',
      current: true,
      emotion: [0, 0],
      curve: curveOf(11),
      revision: undefined,
    });
    expect((await ask(11)).matches[0].trackId).toBe(12);
    await database.update(schema.tracks).set({ groupId: trackCount }).where(eq(schema.tracks.groupId, 1));
    const stood = await ask(trackCount);
    expect(stood.matches[0].trackId).toBe(trackCount);
    expect(stood.searched).toBe(alone - 1);
  });
});
