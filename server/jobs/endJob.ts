import { and, eq, or, ne, sql } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { files, jobs } from '@/db/schema';
import type { ErrorCode } from '../base/errors';
import { isHeld, type Job } from './jobLeases';

/** How often a file may end the process that analyses it. */
const mostDeaths = 3;

/** Ends a job whose file cannot be read, with the reason; a track that the path held before is missing from now on. */
export async function failJob(
  database: Database,
  { job, owner }: { job: Job; owner: string },
  failure: { code: ErrorCode; reason: string },
): Promise<void> {
  await database.transaction(async (transaction) => {
    const failed = await transaction
      .update(jobs)
      .set({
        state: 'failed',
        failureCode: failure.code,
        failure: failure.reason,
        leaseOwner: null,
        leaseUntil: null,
        finishedAt: sql`now()`,
      })
      .where(isHeld(owner, job.id))
      .returning({ id: jobs.id });
    if (failed.length === 0) return;
    const isOther = or(ne(files.sizeBytes, job.sizeBytes), ne(files.modifiedMs, job.modifiedMs));
    await transaction
      .update(files)
      .set({ missingSince: sql`coalesce(${files.missingSince}, now())` })
      .where(and(eq(files.path, job.path), isOther));
  });
}

/** A job whose analysis process ended: tried again, and failed for good the third time. */
export async function countDeath(
  database: Database,
  { job, owner }: { job: Job; owner: string },
  reason: string,
): Promise<void> {
  const attempts = job.attempts + 1;
  if (attempts >= mostDeaths) {
    await failJob(
      database,
      { job, owner },
      {
        code: 'unreadable',
        reason: `analysing this file ended its process three times (the last time, ${reason})`,
      },
    );
    return;
  }
  await database
    .update(jobs)
    .set({ state: 'queued', attempts, leaseOwner: null, leaseUntil: null, progress: 0 })
    .where(isHeld(owner, job.id));
}
