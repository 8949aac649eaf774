import { asc, eq, getTableColumns } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../databaseError';
import * as schema from '.';
import {
  analysisOf,
  embeddingModelOf,
  fileOf,
  fillCatalogue,
  jobOf,
  soundOf,
  trackOf,
} from '../testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from '../testing/database.testing';

const uniqueViolation = '23505';
const trackIdOf = schema.trackEmbeddings.trackId;

describe('the schema', () => {
  let catalogue: TestDatabase;

  beforeAll(async () => {
    catalogue = await openTestDatabase();
    await fillCatalogue(catalogue.database, 20);
  });
  afterAll(() => catalogue.close());

  it('gives back what was written: text, numbers, moments', async () => {
    const { database } = catalogue;
    const tracks = await database.select().from(schema.tracks).orderBy(asc(schema.tracks.id));
    expect(tracks).toHaveLength(20);
    tracks.forEach((track, i) => expect(track).toMatchObject({ id: i + 1, album: null, ...trackOf(i + 1) }));
    const files = await database.select().from(schema.files).orderBy(asc(schema.files.id));
    files.forEach((file, i) => expect(file).toMatchObject(fileOf(i + 1)));
  });

  it('gives back bytes, vectors and points', async () => {
    const { database } = catalogue;
    const sounds = await database.select().from(schema.sounds).orderBy(asc(schema.sounds.trackId));
    sounds.forEach((sound, i) => {
      const { waveform, bandLevels, ...numbers } = soundOf(i + 1);
      expect(sound).toMatchObject(numbers);
      expect([...sound.waveform]).toEqual([...waveform]);
      expect([...(sound.bandLevels ?? [])]).toEqual([...bandLevels]);
    });
    const analyses = await database.select().from(schema.analyses).orderBy(asc(schema.analyses.trackId));
    analyses.forEach((analysis, i) => {
      const { curve, ...rest } = analysisOf(i + 1);
      expect(analysis).toMatchObject(rest);
      expect([...analysis.curve]).toEqual([...curve]);
    });
  });

  it('gives back vectors of any size, and lets one embedding model be in use', async () => {
    const { database } = catalogue;
    const [embedded, failed] = await database.select().from(schema.trackEmbeddings).orderBy(asc(trackIdOf));
    expect(embedded.embedding).toHaveLength(96);
    expect(embedded.embedding?.every((value) => Number.isInteger(4 * value))).toBe(true);
    expect(failed).toMatchObject({ embedding: null, failure: 'only silence' });
    const second = database.insert(schema.embeddingModels).values(embeddingModelOf(2));
    expect(await failureCode(second)).toBe(uniqueViolation);
  });

  it('gives back structured values', async () => {
    const [curve] = await catalogue.database.select().from(schema.intendedCurves);
    expect(curve.keyPoints).toEqual([
      { t: 0, valence: -0.5, arousal: -1 },
      { t: 12.5, valence: 0.1, arousal: 1 },
    ]);
  });

  it('numbers analyses in the order of writing', async () => {
    const { database } = catalogue;
    const revisions = await database
      .select({ revision: schema.analyses.revision })
      .from(schema.analyses)
      .orderBy(asc(schema.analyses.trackId));
    expect(revisions.map(({ revision }) => revision)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  it('lets a track have one current analysis', async () => {
    const second = { ...analysisOf(1), modelVersion: 'model-2' };
    expect(await failureCode(catalogue.database.insert(schema.analyses).values(second))).toBe(
      uniqueViolation,
    );
    await catalogue.database.insert(schema.analyses).values({ ...second, current: false });
  });

  it('lets a key have one open job, and any number of ended ones', async () => {
    const { database } = catalogue;
    const { jobs } = schema;
    const again = { ...jobOf(5), batchId: 1 };
    expect(await failureCode(database.insert(jobs).values(again))).toBe(uniqueViolation);
    await database.update(jobs).set({ state: 'running' }).where(eq(jobs.exclusiveKey, again.exclusiveKey));
    expect(await failureCode(database.insert(jobs).values(again))).toBe(uniqueViolation);
    await database.update(jobs).set({ state: 'failed' }).where(eq(jobs.exclusiveKey, again.exclusiveKey));
    await database.insert(jobs).values({ ...again, state: 'done' });
    await database.insert(jobs).values(again);
  });

  it('removes with a track all that hangs on it, and keeps its jobs', async () => {
    const { database } = catalogue;
    await database.update(schema.importJobs).set({ trackId: 1 }).where(eq(schema.importJobs.jobId, 1));
    await database.delete(schema.tracks).where(eq(schema.tracks.id, 1));
    for (const table of [
      schema.files,
      schema.sounds,
      schema.analyses,
      schema.corrections,
      schema.intendedCurves,
      schema.trackEmbeddings,
    ]) {
      expect(await database.$count(table, eq(getTableColumns(table).trackId, 1))).toBe(0);
    }
    const [job] = await database.select().from(schema.importJobs).where(eq(schema.importJobs.jobId, 1));
    expect(job.trackId).toBeNull();
  });
});

async function failureCode(query: PromiseLike<unknown>): Promise<string | undefined> {
  try {
    await query;
  } catch (error) {
    return codeOf(error);
  }
  return undefined;
}
