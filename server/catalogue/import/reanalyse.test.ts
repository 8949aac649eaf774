import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { analyses, batches, files, jobs, tracks } from '@/db/schema';
import { fileOf, trackOf } from '@/db/testing/catalogue.testing';
import { owner } from '../../access/caller';
import { writeTestWav } from '../../analysis/testing/sounds.testing';
import { installedModel } from '../../base/installedModel';
import { claimJob, reclaimOrphans, releaseJob } from '../../jobs/jobLeases';
import { newLeaseOwner } from '../../jobs/leaseOwner';
import { openTestLibrary, type TestLibrary } from '../testing/library.testing';
import { trackDetail } from '../tracks/trackDetail';
import { scanWatched } from '../watch/scanWatched';
import { isHeardAgain, queueReanalysis } from './reanalyse';

const installed = installedModel().version;
const kinds = ['import', 'analyse-again'];

let library: TestLibrary;
const at = (name: string) => join(library.folder, name);

beforeAll(async () => {
  library = await openTestLibrary();
  writeTestWav(at('one.wav'), { seed: 1 });
  writeTestWav(at('two.wav'), { seed: 2 });
});
afterAll(() => library.close());

/** Two tracks, as a model before the installed one has answered for them. */
beforeEach(async () => {
  const { database } = library;
  await database.delete(tracks);
  await database.delete(batches);
  await library.import([at('one.wav'), at('two.wav')]);
  await database.update(analyses).set({ modelVersion: 'emotion-old', emotion: [0.9, -0.9] });
});

/** The models that answer, by the numbers of the tracks. */
async function answering(): Promise<string[]> {
  const rows = (await library.rows()).analyses;
  return rows.filter(({ current }) => current).map(({ modelVersion }) => modelVersion);
}

describe('a library that a new model is to hear', () => {
  it('is queued behind what people import, and answered by the old model until then', async () => {
    const { database } = library;
    expect(await queueReanalysis(database)).toBe(2);
    expect(await isHeardAgain(database)).toBe(true);
    writeTestWav(at('three.wav'), { seed: 3 });
    await library.enqueue([at('three.wav')]);
    const me = newLeaseOwner();
    const next = await claimJob(database, me, kinds);
    expect(next?.kind).toBe('import');
    await releaseJob(database, me, next?.id ?? 0);
    expect(await answering()).toEqual(['emotion-old', 'emotion-old']);
    const [{ trackId }] = (await library.rows()).analyses;
    expect(await trackDetail(database, owner, trackId)).toMatchObject({
      ...{ valence: 0.9, modelVersion: 'emotion-old', newerModelVersion: installed },
    });
    await library.work();
    expect(await answering()).toEqual([installed, installed, installed]);
    expect(await trackDetail(database, owner, trackId)).toMatchObject({ newerModelVersion: null });
    expect(await isHeardAgain(database)).toBe(false);
    expect(await queueReanalysis(database)).toBe(0);
  });

  it('is heard to the end though a server is killed in the middle', async () => {
    const { database } = library;
    await queueReanalysis(database);
    const killed = { ...(JSON.parse(newLeaseOwner()) as object), startedAt: '1' };
    await claimJob(database, JSON.stringify(killed), kinds);
    expect(await queueReanalysis(database)).toBe(0);
    await reclaimOrphans(database);
    await library.work();
    expect(await answering()).toEqual([installed, installed]);
  });

  it('is heard by the model of an older version that came back, which had heard it before', async () => {
    const { database } = library;
    await queueReanalysis(database);
    await library.work();
    expect(await queueReanalysis(database, 'emotion-old')).toBe(2);
  });
});

describe('a track whose file is gone when a new model comes', () => {
  it('keeps its answer, says so, and is heard when the file is back', async () => {
    const { database } = library;
    await queueReanalysis(database);
    renameSync(at('one.wav'), at('away'));
    await library.work();
    expect((await answering()).sort()).toEqual([installed, 'emotion-old'].sort());
    const kept = (await library.rows()).analyses.find(
      ({ current, modelVersion }) => current && modelVersion !== installed,
    );
    expect(await trackDetail(database, owner, kept?.trackId ?? 0)).toMatchObject({
      ...{ missing: true, valence: 0.9, modelVersion: 'emotion-old', newerModelVersion: installed },
    });
    expect(await queueReanalysis(database)).toBe(0);
    renameSync(at('away'), at('one.wav'));
    await library.import([at('one.wav')]);
    expect(await answering()).toEqual([installed, installed]);
  });

  it('is heard when its disk is back, where the file is as it was', async () => {
    const { database } = library;
    await database.update(files).set({ missingSince: new Date() });
    expect(await queueReanalysis(database)).toBe(0);
    expect(await library.import([at('one.wav')])).toMatchObject({ queued: 0, unchanged: 1 });
    expect((await answering()).sort()).toEqual([installed, 'emotion-old'].sort());
    expect(await scanWatched(database, { onRequest: false })).toMatchObject({ queued: 1, missing: 0 });
    await library.work();
    expect(await answering()).toEqual([installed, installed]);
  });
});

it('queues a large library by parts, and goes on where a server was stopped', async () => {
  const { database } = library;
  await database.delete(tracks);
  const numbers = Array.from({ length: 510 }, (_, index) => index + 1);
  const rows = await database.insert(tracks).values(numbers.map(trackOf)).returning({ id: tracks.id });
  await database
    .insert(files)
    .values(rows.map(({ id }, i) => ({ ...fileOf(i), trackId: id, missingSince: null })));
  let looks = 0;
  const stoppedAfterFirst = {
    get aborted() {
      return looks++ > 0;
    },
  } as AbortSignal;
  expect(await queueReanalysis(database, installed, stoppedAfterFirst)).toBe(500);
  expect(await queueReanalysis(database)).toBe(10);
  expect(await database.$count(jobs, eq(jobs.kind, 'analyse-again'))).toBe(510);
});
