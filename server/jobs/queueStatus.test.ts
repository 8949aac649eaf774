import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batches, jobs } from '@/db/schema';
import { queueStatus } from './queueStatus';
import { openTestLibrary, type TestLibrary } from '../catalogue/testing/library.testing';

let library: TestLibrary;
beforeAll(async () => {
  library = await openTestLibrary();
});
afterAll(() => library.close());

const ago = (seconds: number) => sql`now() - ${seconds} * interval '1 second'`;

describe('queueStatus', () => {
  it('of an empty queue', async () => {
    expect(await queueStatus(library.database)).toEqual({
      ...{ queued: 0, running: 0, done: 0, failed: 0, cancelled: 0, audioSecondsDone: 0 },
      ...{ realTimeRate: null, secondsLeft: null, current: [], kinds: [], batches: [] },
    });
  });

  it('counts what is open, with rates over the part of the work that lies in the last minute', async () => {
    const { database } = library;
    const [open, finished] = await database
      .insert(batches)
      .values([{ label: 'open', unchanged: 7 }, { label: 'finished' }])
      .returning();
    const job = { batchId: open.id, kind: 'import', payload: {}, weight: 100 };
    await database.insert(jobs).values([
      { ...job, label: 'done', state: 'done', audioSeconds: 120, startedAt: ago(40), finishedAt: ago(20) },
      {
        ...job,
        label: 'long ago',
        state: 'done',
        audioSeconds: 900,
        startedAt: ago(900),
        finishedAt: ago(800),
      },
      { ...job, label: 'half', state: 'running', audioSeconds: 60, progress: 0.5, startedAt: ago(20) },
      { ...job, kind: 'embed', label: 'Waits.mp3' },
      { ...job, kind: 'sum', label: 'over', state: 'cancelled', finishedAt: ago(1) },
      { ...job, label: 'failed', state: 'failed', failure: 'broken', finishedAt: ago(1) },
      { ...job, label: 'other', batchId: finished.id, state: 'done', finishedAt: ago(1) },
    ]);
    const status = await queueStatus(database);
    expect(status).toMatchObject({
      queued: 1,
      running: 1,
      done: 2,
      failed: 1,
      cancelled: 1,
      audioSecondsDone: 1050,
      kinds: ['embed', 'import'],
    });
    expect(status.realTimeRate).toBeCloseTo((120 + 30) / 40, 1);
    expect(status.secondsLeft).toBeCloseTo((50 + 100) / ((100 + 50) / 40), 0);
    expect(status.current).toMatchObject([{ label: 'half', progress: 0.5 }]);
    expect(status.batches).toEqual([
      {
        batchId: finished.id,
        label: 'finished',
        total: 1,
        done: 1,
        failed: 0,
        cancelled: 0,
        unchanged: 0,
        open: false,
      },
      {
        batchId: open.id,
        label: 'open',
        total: 6,
        done: 2,
        failed: 1,
        cancelled: 1,
        unchanged: 7,
        open: true,
      },
    ]);
  });

  it('foretells no end, years away, from the first moments of the first job', async () => {
    const { database } = library;
    await database.delete(batches);
    const [batch] = await database.insert(batches).values({ label: 'again' }).returning();
    const job = { batchId: batch.id, kind: 'analyse-again', payload: {}, weight: 100, label: 'song' };
    const waiting = Array.from({ length: 34 }, () => job);
    const first = { ...job, state: 'running' as const, progress: 1e-6, startedAt: ago(20) };
    await database.insert(jobs).values([first, ...waiting]);
    expect(await queueStatus(database)).toMatchObject({ realTimeRate: null, secondsLeft: null });
    await database.update(jobs).set({ progress: 0.5 }).where(eq(jobs.state, 'running'));
    expect((await queueStatus(database)).secondsLeft).toBeCloseTo((34.5 * 20) / 0.5, -2);
  });
});
