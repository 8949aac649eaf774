import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corrections, importJobs, jobs } from '@/db/schema';
import type { TestDatabase } from '@/db/testing/database.testing';
import { fillOldCatalogue, oldModel, oldVersion } from '@/db/testing/oldCatalogue.testing';
import { openOldDatabase } from '@/db/testing/oldDatabase.testing';
import { enqueueImport } from '../catalogue/import/enqueueImport';
import { queueReanalysis } from '../catalogue/import/reanalyse';
import { modelThatAnswers } from '../embeddings/embeddingModels';
import { queueEmbedding } from '../embeddings/queueEmbedding';
import { problems } from '../jobs/problems';
import { batchStatus, queueStatus } from '../jobs/queueStatus';
import { retryJobs } from '../jobs/retryJobs';

let library: TestDatabase;

beforeAll(async () => {
  library = await openOldDatabase(oldVersion.tag, fillOldCatalogue);
});
afterAll(() => library.close());

const file = (path: string, sizeBytes: number, modifiedMs = 1_763_000_000_000) => ({
  ...{ kind: 'file' as const, path, sizeBytes, modifiedMs },
});

/** Looks at files as a look through watched folders does. */
const look = (...found: ReturnType<typeof file>[]) =>
  enqueueImport(library.database, found, {
    origin: 'watched',
    label: 'again',
    again: { failed: false, cancelled: false, removed: false },
  });

// One story, told in order: what it changes comes last.
describe('a library of the version before kinds of job', () => {
  it('has the queue that it had', async () => {
    const { batches, current, ...status } = await queueStatus(library.database);
    expect(status).toMatchObject({ queued: 2, running: 1, done: 0, failed: 1, cancelled: 1 });
    expect(current).toEqual([{ jobId: 5, label: 'My sóng.mp3', progress: 0.25 }]);
    expect(batches.map(({ label, total, open }) => [label, total, open])).toEqual([
      ['New embedding tiny', 2, false],
      ['New model emotion-old', 1, true],
      ['/watched', 2, true],
      ['Uploads', 2, true],
      ['An album', 3, false],
    ]);
    expect(await batchStatus(library.database, 1)).toMatchObject({ done: 2, failed: 1, unchanged: 3 });
  });

  it('has the problems that it had', async () => {
    const { total, rows } = await problems(library.database, 10);
    expect(total).toBe(4);
    expect(rows.map(({ label, detail, failure, warning }) => [label, detail, failure ?? warning])).toEqual([
      ['letter.mp3', '/data/uploads/ef/gh.mp3', 'it is no sound'],
      ['4.flac', '/music/4.flac', 'it does not exist'],
      ['broken.flac', '/music/broken.flac', 'the file is empty'],
      ['2.flac', '/music/2.flac', 'it is probably cut off'],
    ]);
  });

  it('has every job as it was, with its file', async () => {
    const rows = await library.database.select().from(jobs).orderBy(jobs.id);
    expect(rows.map(({ state }) => state)).toEqual([
      ...['done', 'done', 'failed', 'queued', 'running', 'cancelled', 'cancelled', 'queued', 'done'],
      ...['failed', 'failed'],
    ]);
    expect(rows[2]).toMatchObject({ attempts: 3, failureCode: 'unreadable', label: 'broken.flac' });
    expect(rows[3]).toMatchObject({ label: 'two\nlines.flac', attempts: 2, weight: 1000 });
    expect(rows[4]).toMatchObject({ leaseOwner: '{"pid":1}', leaseUntil: new Date('2126-01-01T00:00:00Z') });
    expect(rows[0]).toMatchObject({ audioSeconds: 101.5, finishedAt: new Date('2026-01-05T00:00:02Z') });
    const files = await library.database.select().from(importJobs).orderBy(importJobs.jobId);
    expect(files[0]).toMatchObject({ sizeBytes: 5_000_000_001, origin: 'path', trackId: 1, name: null });
    expect(files[10]).toMatchObject({ jobId: 11, origin: 'upload', name: 'letter.mp3' });
  });

  it('embeds nothing again', async () => {
    expect(await library.database.transaction(queueEmbedding)).toBe(0);
    expect(await modelThatAnswers(library.database)).toMatchObject({ name: 'tiny' });
  });

  it('reads no file again that is as it was, waits, failed, was cancelled or removed', async () => {
    expect(await look(file('/music/1.flac', 5_000_000_001, 1_763_000_000_001))).toMatchObject({
      ...{ batchId: null, queued: 0, unchanged: 1 },
    });
    const ended = await look(
      file('/music/broken.flac', 70),
      file('/watched/cancelled.flac', 3000),
      file('/watched/removed.flac', 4000),
    );
    expect(ended).toMatchObject({ batchId: null, queued: 0, failedBefore: 3 });
    expect(await look(file('/watched/two\nlines.flac', 1000))).toMatchObject({
      ...{ queued: 0, waiting: 1, waitingBatchIds: [3] },
    });
  });

  it('has its corrections, which are the owner’s', async () => {
    expect(await library.database.select().from(corrections)).toMatchObject([
      { personId: 1, trackId: 2, valence: -0.25, arousal: 1 },
    ]);
  });

  it('tries again what failed', async () => {
    expect(await retryJobs(library.database, 'all')).toBe(3);
    expect(await problems(library.database, 10)).toMatchObject({ total: 1 });
  });

  it('has what came without band levels heard again', async () => {
    expect(await queueReanalysis(library.database, oldModel)).toBeGreaterThan(0);
    expect(await queueReanalysis(library.database, oldModel)).toBe(0);
    const { batches } = await queueStatus(library.database);
    expect(batches[0]).toMatchObject({ label: `Heard again for ${oldModel}` });
  });
});
