import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyses, jobs } from '@/db/schema';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { owner } from '../access/caller';
import { queueReanalysis } from '../catalogue/import/reanalyse';
import { similarTo } from './similarTo';
import { fillRecordings } from './testing/recordings.testing';

const trackCount = 8;
let library: TestDatabase;

/** Tracks that `model-1` has heard, the first two of which `model-2` has heard since, whose numbers mean something else. */
beforeAll(async () => {
  library = await openTestDatabase();
  const { database } = library;
  await fillRecordings(database, trackCount);
  await queueReanalysis(database, 'model-2');
  for (const trackId of [1, 2]) await hearAgain(trackId);
});
afterAll(() => library.close());

async function hearAgain(trackId: number): Promise<void> {
  const { database } = library;
  const ofTrack = eq(analyses.trackId, trackId);
  const [before] = await database.select().from(analyses).where(ofTrack);
  await database.update(analyses).set({ current: false }).where(ofTrack);
  const embedding = before.embedding.map((value, index) => (index % 2 ? -value : value));
  await database
    .insert(analyses)
    .values({ ...before, revision: undefined, modelVersion: 'model-2', embedding });
}

const similar = async (trackId: number) =>
  (await similarTo(library.database, owner, { trackId, limit: 10 })).map((match) => match.trackId);

describe('what sounds alike while a new model hears the library', () => {
  it('is told by the model that has heard all, also of a track that the new one has heard', async () => {
    const all = Array.from({ length: trackCount }, (_, index) => index + 1);
    for (const trackId of [1, 3])
      expect((await similar(trackId)).sort((one, other) => one - other)).toEqual(
        all.filter((each) => each !== trackId),
      );
  });

  it('is told by the new one alone when it has heard all it can, never by two at a time', async () => {
    const { database } = library;
    await database.update(jobs).set({ state: 'done' });
    expect(await similar(1)).toEqual([2]);
    for (const trackId of [3, 4, 5, 6, 7]) await hearAgain(trackId);
    expect((await similar(1)).sort()).toEqual([2, 3, 4, 5, 6, 7]);
    // The file of the last is gone: it is compared with what the model before heard of the others.
    expect((await similar(8)).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
