import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { analyses, sounds } from '@/db/schema';
import { fillCatalogue } from '@/db/testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { intentions } from './intentions';

let library: TestDatabase;
beforeAll(async () => {
  library = await openTestDatabase();
  await fillCatalogue(library.database, 2);
});
afterAll(() => library.close());

it('tells what was meant beside what the model hears, also where a person said something else', async () => {
  const [current] = await library.database.select().from(analyses).where(eq(analyses.trackId, 1));
  const [valence, arousal] = current.emotion;
  expect(await intentions(library.database)).toMatchObject([
    { trackId: 1, moving: true, keyPoints: [{ t: 0 }, { t: 12.5 }], heard: { valence, arousal } },
  ]);
});

it('says nothing of a piece in which nothing is heard: it has no place on the plane', async () => {
  await library.database.update(sounds).set({ loudnessLufs: null, samplePeakDb: null });
  expect(await intentions(library.database)).toEqual([]);
});
