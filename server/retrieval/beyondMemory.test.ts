import { eq, lte, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '@/db/schema';
import { createRandom } from '@/ml/random';
import { TrackSet } from '@/ml/trackSet';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { owner } from '../access/caller';
import { alongTrajectory } from './alongTrajectory';
import { chooseCandidates } from './chooseCandidates';
import { curveMemoryBytes } from './curveMemory';
import { fillShapeSketches } from './fillShapeSketches';
import { Retrieval } from './retrieval';
import { mostSearchesOfAsker } from './searchCounts';
import { drawnPoints } from './testing/syntheticCurves.testing';
import { fillRecordings } from './testing/recordings.testing';
import type { TrajectoryInput } from './trajectoryQuery';

const trackCount = 400;
const candidates = 50;
let library: TestDatabase;
/** Everything fits into the one's memory, a tenth of it into the other's. */
let large: Retrieval;
let small: Retrieval;

const faults: unknown[] = [];
const open = (memoryBytes: number) =>
  new Retrieval({
    database: library.database,
    memoryBytes,
    candidates,
    onFault: (error) => faults.push(error),
  });

beforeAll(async () => {
  library = await openTestDatabase();
  await fillRecordings(library.database, trackCount);
  large = open(Infinity);
  small = open(curveMemoryBytes({ tracks: trackCount / 10, bytes: 0 }));
  await large.load();
  await small.load();
});

afterAll(async () => {
  await large.stop();
  await small.stop();
  await library.close();
  expect(faults).toEqual([]);
});

const random = createRandom(3, 'drawings');
const drawing = (more: Partial<TrajectoryInput> = {}): TrajectoryInput => ({
  points: drawnPoints(random),
  scope: 'track',
  limit: 10,
  ...more,
});
const idsOf = ({ matches }: { matches: { trackId: number }[] }) => matches.map(({ trackId }) => trackId);

describe('trajectory search beyond the memory limit', () => {
  it('says that it is not exact, how much it compared, and what recall to expect', async () => {
    const answer = await alongTrajectory(small, owner, drawing({ mode: 'level' }));
    expect(answer).toMatchObject({
      exact: false,
      searched: trackCount,
      indexed: { tracks: trackCount, of: trackCount },
    });
    expect(answer.compared).toBeGreaterThanOrEqual(candidates);
    expect(answer.compared).toBeLessThan(trackCount);
    expect(answer.expectedRecall).toBeGreaterThan(0.9);
    expect(answer.expectedRecall).toBeLessThan(1);
    const bent = await alongTrajectory(small, owner, drawing({ mode: 'level', band: 0.3 }));
    expect(bent.expectedRecall).toBeLessThan(answer.expectedRecall);
    expect(await alongTrajectory(large, owner, drawing())).toMatchObject({
      exact: true,
      expectedRecall: 1,
      searched: trackCount,
      compared: trackCount,
    });
  });

  it.each([{ mode: 'level' }, { mode: 'shape' }, { blend: 0.5 }] as const)(
    'finds nearly what the exact search finds, at the same distances: %o',
    async (more) => {
      let found = 0;
      for (let i = 0; i < 10; i++) {
        const query = drawing(more);
        const [exact, near] = [
          await alongTrajectory(large, owner, query),
          await alongTrajectory(small, owner, query),
        ];
        const distances = new Map(exact.matches.map(({ trackId, distance }) => [trackId, distance]));
        for (const { trackId, distance } of near.matches) {
          if (!distances.has(trackId)) continue;
          found++;
          expect(distance).toBe(distances.get(trackId));
        }
      }
      expect(found).toBeGreaterThanOrEqual(98);
    },
  );

  it('is exact where a filter leaves few, for whole tracks and for sections', async () => {
    const filter = { minDurationSeconds: 300.05 };
    const whole = drawing({ filter });
    const section = drawing({ filter, scope: 'section', durationSeconds: 20 });
    for (const query of [whole, { ...section, points: section.points.map((p) => ({ ...p, t: 20 * p.t })) }]) {
      const [exact, near] = [
        await alongTrajectory(large, owner, query),
        await alongTrajectory(small, owner, query),
      ];
      expect(near).toMatchObject({ exact: true, searched: 101, compared: 101 });
      expect(near.matches).toEqual(exact.matches);
    }
  });

  it('ranks only what a filter lets through', async () => {
    for (const filter of [{ minTempoBpm: 100 }, { text: 'piece 3' }]) {
      const among = await small.filters.among(filter);
      const question = { asker: '1', query: drawing(), filter, among };
      const chosen = await small.trajectories.search(question);
      expect(chosen.searched).toBe(among.size);
      expect(idsOf(chosen).every((trackId) => among.has(trackId))).toBe(true);
    }
  });

  it('refuses sections of a whole library, and says what to do', async () => {
    await expect(
      alongTrajectory(small, owner, drawing({ scope: 'section', durationSeconds: 20 })),
    ).rejects.toThrow('invalid scope: section (400 tracks are more than this server keeps in memory');
  });

  it('is not kept from others by one who asks for much, who may have so many under way and give up any', async () => {
    const order: string[] = [];
    const askers = Array.from({ length: mostSearchesOfAsker }, () => new AbortController());
    const ask = async (asker: string, signal?: AbortSignal) => {
      await small.trajectories.search({ asker, query: drawing(), signal });
      order.push(asker);
    };
    const many = Promise.allSettled(askers.map(({ signal }) => ask('1', signal)));
    await expect(ask('1')).rejects.toMatchObject({ code: 'too-many' });
    await ask('2');
    expect(order.length).toBeLessThan(20);
    for (const asker of askers) asker.abort();
    const given = (await many).filter(({ status }) => status === 'rejected');
    expect(given.length).toBeGreaterThan(100);
    await ask('1');
  });

  it('follows a curve that changed and a track that was removed', async () => {
    const { database } = library;
    const query = drawing({ mode: 'level', limit: 2 });
    const [first, second] = idsOf(await alongTrajectory(small, owner, query));
    await database.delete(schema.tracks).where(eq(schema.tracks.id, first));
    expect(idsOf(await alongTrajectory(small, owner, query))[0]).toBe(second);
    expect(idsOf(await alongTrajectory(large, owner, query))[0]).toBe(second);
    const curve = sql`(select curve from ${schema.analyses} where track_id = ${second === 5 ? 6 : 5})`;
    await database.update(schema.analyses).set({ curve }).where(eq(schema.analyses.trackId, second));
    const again = await alongTrajectory(small, owner, query);
    expect(again.matches).toEqual((await alongTrajectory(large, owner, query)).matches);
  });
});

describe('candidates', () => {
  const sketch = Float32Array.from({ length: 16 }, (_, index) => index / 10 - 0.8);
  const question = { sketches: [{ sketch, kind: 'level' }], count: 12, of: trackCount } as const;
  const distancesOf = async () => {
    const rows = await library.database
      .select({ trackId: schema.analyses.trackId, sketch: schema.analyses.sketch })
      .from(schema.analyses);
    return rows
      .map((row) => ({ ...row, distance: Math.hypot(...row.sketch.map((value, i) => value - sketch[i])) }))
      .sort((a, b) => a.distance - b.distance || a.trackId - b.trackId);
  };

  it('are exactly the nearest by sketch of the tracks that a rare filter lets through', async () => {
    const among = TrackSet.of([3, 30, 31, 77, 78, 79, 120, 121, 122, 200, 210, 220, 230, 240, 250]);
    const chosen = await chooseCandidates(library.database, { ...question, among });
    const expected = (await distancesOf()).filter(({ trackId }) => among.has(trackId)).slice(0, 12);
    expect(chosen.toSorted()).toEqual(expected.map(({ trackId }) => trackId).sort());
  });

  it('come from as far as needed where many pass', async () => {
    const filter = { minTempoBpm: 100, minDurationSeconds: 200 };
    const among = await small.filters.among(filter);
    expect(among.size).toBeGreaterThan(trackCount / 3);
    const chosen = await chooseCandidates(library.database, { ...question, filter, among });
    expect(chosen).toHaveLength(12);
    const expected = (await distancesOf()).filter(({ trackId }) => among.has(trackId)).slice(0, 12);
    const nearest = new Set(expected.map(({ trackId }) => trackId));
    expect(chosen.filter((trackId) => nearest.has(trackId)).length).toBeGreaterThanOrEqual(11);
  });
});

describe('sketches of shapes', () => {
  it('are filled in where an older version wrote none, as an import writes them', async () => {
    const { database } = library;
    const sketchOf = async (trackId: number) => {
      const [row] = await database
        .select({ sketch: schema.analyses.shapeSketch })
        .from(schema.analyses)
        .where(eq(schema.analyses.trackId, trackId));
      return row.sketch;
    };
    const before = await sketchOf(20);
    await database.update(schema.analyses).set({ shapeSketch: null }).where(lte(schema.analyses.trackId, 20));
    const count = await database.$count(schema.analyses, lte(schema.analyses.trackId, 20));
    expect(await fillShapeSketches(database)).toBe(count);
    const after = await sketchOf(20);
    after?.forEach((value, index) => expect(value).toBeCloseTo(before![index], 2));
    expect(await fillShapeSketches(database)).toBe(0);
  });
});
