import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@/db/open';
import { openTestDatabase } from '@/db/testing/database.testing';
import { analyses, files, jobs, tracks } from '@/db/schema';
import type { TrackListener } from '../../analysis/trackListener';
import { enqueueImport, type Again, type EnqueueResult } from '../import/enqueueImport';
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
    jobs: (typeof jobs.$inferSelect)[];
    analyses: { trackId: number; modelVersion: string; current: boolean }[];
  }>;
  close: () => Promise<void>;
}

/** `listeners` are what hears every track beside the profile, for a data directory. */
export async function openTestLibrary(
  listeners: (dataDirectory: string) => TrackListener[] = () => [],
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
  const runner = new JobRunner({ database, listeners: listeners(dataDirectory), workers: 1, onFault });
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
    jobs: await database.select().from(jobs).orderBy(jobs.id),
    analyses: await database.select({ trackId, modelVersion, current }).from(analyses).orderBy(trackId),
  };
}
