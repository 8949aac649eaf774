import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { openTestDatabase } from '@/db/testing/database.testing';
import { analyses, files, importJobs, jobs, tracks } from '@/db/schema';
import type { JobKind } from '../../jobs/jobKind';
import { importKinds } from '../import/importKinds';
import { enqueueImport, type EnqueueResult } from '../import/enqueueImport';
import type { Again } from '../import/importRequest';
import { JobRunner } from '../../jobs/jobRunner';
import { queueStatus } from '../../jobs/queueStatus';
import { walkPaths } from '../import/walkPaths';

/** A catalogue with a folder of sounds beside it, for one test file. */
export interface TestLibrary {
  database: Database;
  /** A folder of this library's own. */
  folder: string;
  dataDirectory: string;
  /** Queues what is new under `paths` (the folder by default). */
  enqueue: (paths?: string[], again?: Partial<Again>) => Promise<EnqueueResult>;
  /** Queues and does everything that waits. */
  import: (paths?: string[], again?: Partial<Again>) => Promise<EnqueueResult>;
  /** Does everything that waits, by one analysis process that is kept from call to call. */
  work: () => Promise<void>;
  /** The rows of the tables that an import writes, in order. */
  rows: () => Promise<{
    tracks: (typeof tracks.$inferSelect)[];
    files: (typeof files.$inferSelect)[];
    jobs: (typeof jobs.$inferSelect & typeof importJobs.$inferSelect)[];
    analyses: { trackId: number; modelVersion: string; current: boolean }[];
  }>;
  close: () => Promise<void>;
}

/** `kinds` are what it can do for a data directory: the catalogue's own by default. */
export async function openTestLibrary(
  kinds: (dataDirectory: string) => JobKind<unknown>[] = catalogueKinds,
): Promise<TestLibrary> {
  const catalogue = await openTestDatabase();
  const { database } = catalogue;
  const root = mkdtempSync(join(tmpdir(), 'circumplex-library-'));
  const folder = mkdtempSync(join(root, 'music-'));
  const enqueue = (paths = [folder], again: Partial<Again> = {}) =>
    enqueueImport(database, walkPaths(paths), {
      origin: 'path',
      label: 'test',
      again: { failed: false, cancelled: true, removed: true, ...again },
    });
  const faults: unknown[] = [];
  const dataDirectory = join(root, 'data');
  const onFault = (error: unknown) => faults.push(error);
  const runner = new JobRunner({ database, kinds: kinds(dataDirectory), workers: 1, onFault });
  const work = async () => {
    runner.start();
    runner.wake();
    await untilDone(database, faults);
  };
  return {
    database,
    folder,
    dataDirectory,
    enqueue,
    work,
    import: async (paths, again) => {
      const result = await enqueue(paths, again);
      await work();
      return result;
    },
    rows: () => rowsOf(database),
    close: async () => {
      await runner.stop();
      await catalogue.close();
      rmSync(root, { recursive: true });
    },
  };
}

/** The catalogue's own kinds of job, with nothing but the profile to hear. */
export function catalogueKinds(dataDirectory: string): JobKind<unknown>[] {
  return importKinds({ dataDirectory, listeners: [] });
}

/** Waits until nothing is open. Throws what the runner complained of. */
export async function untilDone(database: Database, faults: unknown[] = []): Promise<void> {
  for (;;) {
    const { queued, running } = await queueStatus(database);
    if (faults.length > 0) throw faults[0];
    if (queued + running === 0) return;
    await sleep(50);
  }
}

async function rowsOf(database: Database) {
  const { trackId, modelVersion, current } = analyses;
  return {
    tracks: await database.select().from(tracks).orderBy(tracks.id),
    files: await database.select().from(files).orderBy(files.path),
    jobs: await fileJobsOf(database),
    analyses: await database.select({ trackId, modelVersion, current }).from(analyses).orderBy(trackId),
  };
}

/** The jobs for files, each with its file. */
async function fileJobsOf(database: Database) {
  const rows = await database
    .select()
    .from(jobs)
    .innerJoin(importJobs, eq(importJobs.jobId, jobs.id))
    .orderBy(jobs.id);
  return rows.map(({ jobs: job, import_jobs: file }) => ({ ...job, ...file }));
}
