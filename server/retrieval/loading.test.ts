import { inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '@/db/schema';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { owner } from '../access/caller';
import { alongTrajectory } from './alongTrajectory';
import { nearPoint } from './nearPoint';
import { Retrieval } from './retrieval';
import { fillRecordings } from './testing/recordings.testing';

const trackCount = 1100;
let library: TestDatabase;
let retrieval: Retrieval;

beforeAll(async () => {
  library = await openTestDatabase();
  await fillRecordings(library.database, trackCount);
  retrieval = new Retrieval({ database: library.database, memoryBytes: Infinity, onFault: console.error });
});

afterAll(async () => {
  await retrieval.stop();
  await library.close();
});

const everything = {
  points: [{ t: 0, valence: 0.1, arousal: 0.1 }],
  scope: 'track',
  mode: 'level',
  limit: 2000,
} as const;
const idsOf = (matches: { trackId: number }[]) => new Set(matches.map(({ trackId }) => trackId));

describe('loading', () => {
  it('lets searches in meanwhile, says how far it is, and loses no change', async () => {
    const near = { valence: 0.1234567, arousal: -0.0765432, limit: 200 };
    const early = await alongTrajectory(retrieval, owner, everything);
    expect(early.indexed.of).toBe(trackCount);
    expect(early.indexed.tracks).toBeLessThan(trackCount);
    expect(early.searched).toBeLessThanOrEqual(early.indexed.tracks);
    const earlyNear = await nearPoint(retrieval, owner, near);

    const gone = [3, 700, 1099];
    const loading = retrieval.load();
    await library.database.delete(schema.tracks).where(inArray(schema.tracks.id, gone));
    await alongTrajectory(retrieval, owner, everything);
    await loading;

    const late = await alongTrajectory(retrieval, owner, everything);
    expect(late.indexed).toEqual({ tracks: trackCount - gone.length, of: trackCount - gone.length });
    expect(late.searched).toBe(trackCount - gone.length);
    expect(idsOf(late.matches).size).toBe(trackCount - gone.length);
    gone.forEach((trackId) => expect(idsOf(late.matches).has(trackId)).toBe(false));
    const kept = [...idsOf(earlyNear)].filter((trackId) => !gone.includes(trackId));
    expect([...idsOf(await nearPoint(retrieval, owner, near))].slice(0, kept.length)).toEqual(kept);
  });
});
