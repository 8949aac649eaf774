import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { jobs, openJobStates } from '@/db/schema';
import type { Caller } from '../access/caller';
import { isVisibleJob } from './visibleJobs';

/**
 * Cancels everything open, or everything open of one batch; running jobs are stopped within a second. Returns
 * how many were cancelled.
 */
export async function cancelJobs(executor: Executor, batchId?: number, caller?: Caller): Promise<number> {
  const isOpen = inArray(jobs.state, [...openJobStates]);
  const rows = await executor
    .update(jobs)
    .set({ state: 'cancelled', leaseOwner: null, leaseUntil: null, finishedAt: sql`now()` })
    .where(
      and(
        isOpen,
        batchId === undefined ? undefined : eq(jobs.batchId, batchId),
        isVisibleJob(executor, caller),
      ),
    )
    .returning({ id: jobs.id });
  return rows.length;
}

/** Cancels one job if it is open; one that has ended stays as it is. */
export async function cancelJob(executor: Executor, jobId: number): Promise<void> {
  await executor
    .update(jobs)
    .set({ state: 'cancelled', leaseOwner: null, leaseUntil: null, finishedAt: sql`now()` })
    .where(and(eq(jobs.id, jobId), inArray(jobs.state, [...openJobStates])));
}
