import { stat } from 'node:fs/promises';
import { and, eq, inArray, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database, Executor } from '@/db/open';
import { jobs, openJobStates } from '@/db/schema';
import { inChunks } from '../base/inChunks';

const chunkRows = 500;

/**
 * Puts failed jobs (or cancelled ones named by their id) back into the queue, for the file as it is on disk now.
 * Returns how many were queued.
 */
export async function retryJobs(database: Database, which: number[] | 'all'): Promise<number> {
  const wanted =
    which === 'all'
      ? eq(jobs.state, 'failed')
      : and(inArray(jobs.id, which), inArray(jobs.state, ['failed', 'cancelled']));
  const rows = await database
    .select({ id: jobs.id, path: jobs.path })
    .from(jobs)
    .where(wanted)
    .orderBy(jobs.id);
  let queued = 0;
  for await (const chunk of inChunks(rows, chunkRows)) {
    queued += await database.transaction((transaction) => requeue(transaction, chunk));
  }
  return queued;
}

async function requeue(executor: Executor, rows: { id: number; path: string }[]): Promise<number> {
  let queued = 0;
  for (const { id, path } of rows) {
    const bytes = await bytesOnDisk(path);
    const open = alias(jobs, 'open_jobs');
    const isOpen = executor
      .select({ one: sql`1` })
      .from(open)
      .where(and(eq(open.path, path), inArray(open.state, [...openJobStates])));
    const done = await executor
      .update(jobs)
      .set({ ...bytes, ...afresh })
      .where(and(eq(jobs.id, id), inArray(jobs.state, ['failed', 'cancelled']), notExists(isOpen)))
      .returning({ id: jobs.id });
    queued += done.length;
  }
  return queued;
}

const afresh = {
  state: 'queued',
  attempts: 0,
  progress: 0,
  failure: null,
  failureCode: null,
  startedAt: null,
  finishedAt: null,
} as const;

/** Size and time as they are now; nothing where the file is gone, which the job will then find out and say. */
async function bytesOnDisk(path: string): Promise<{ sizeBytes?: number; modifiedMs?: number }> {
  try {
    const status = await stat(path);
    return { sizeBytes: status.size, modifiedMs: Math.floor(status.mtimeMs) };
  } catch {
    return {};
  }
}
