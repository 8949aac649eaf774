import { and, eq, inArray, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Database, Executor } from '@/db/open';
import { jobs, openJobStates } from '@/db/schema';
import type { Caller } from '../access/caller';
import { inChunks } from '../base/inChunks';
import { isVisibleJob } from './visibleJobs';

const chunkRows = 500;

/** Puts failed jobs (or cancelled ones named by their id) back into the queue. Returns how many were queued. */
export async function retryJobs(
  database: Database,
  which: number[] | 'all',
  caller?: Caller,
): Promise<number> {
  const wanted =
    which === 'all'
      ? eq(jobs.state, 'failed')
      : and(inArray(jobs.id, which), inArray(jobs.state, ['failed', 'cancelled']));
  const rows = await database
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(wanted, isVisibleJob(database, caller)))
    .orderBy(jobs.id);
  let queued = 0;
  for await (const chunk of inChunks(rows, chunkRows)) {
    queued += await database.transaction((transaction) => requeue(transaction, chunk));
  }
  return queued;
}

async function requeue(executor: Executor, rows: { id: number }[]): Promise<number> {
  let queued = 0;
  for (const { id } of rows) {
    const open = alias(jobs, 'open_jobs');
    const isOpen = executor
      .select({ one: sql`1` })
      .from(open)
      .where(and(eq(open.exclusiveKey, jobs.exclusiveKey), inArray(open.state, [...openJobStates])));
    const done = await executor
      .update(jobs)
      .set(afresh)
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
