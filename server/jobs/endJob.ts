import { sql } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { jobs } from '@/db/schema';
import type { AnalysisFailure } from '../analysis/analysisKind';
import { DoAgain, type JobEnd, type JobKind } from './jobKind';
import { isHeld, releaseJob, type JobRow } from './jobLeases';

/** How often a job may end the process that does it. */
const mostDeaths = 3;

/** A job in hand, and who holds it. */
interface HeldJob {
  job: JobRow;
  kind: JobKind<unknown>;
  owner: string;
}

/** Writes how the work on a job ended, unless it was cancelled or taken over meanwhile. */
export async function endJob(database: Database, held: HeldJob, end: JobEnd): Promise<void> {
  switch (end.kind) {
    case 'done':
      return finishJob(database, held, end);
    case 'failed':
      return failJob(database, held, end);
    case 'died':
      return countDeath(database, held, end.reason);
    case 'stopped':
      return releaseJob(database, held.owner, held.job.id);
  }
}

const ended = { leaseOwner: null, leaseUntil: null, finishedAt: sql`now()` };

/**
 * Writes a job's result and ends the job, both or neither: killed at any moment, the job is whole or still to do.
 * Nothing is written where the job was cancelled or taken over meanwhile.
 */
async function finishJob(
  database: Database,
  { job, owner }: HeldJob,
  { write, afterwards }: JobEnd & { kind: 'done' },
): Promise<void> {
  try {
    await database.transaction(async (transaction) => {
      const { result, warning = null, audioSeconds } = (await write?.(transaction)) ?? {};
      const finished = await transaction
        .update(jobs)
        .set({
          ...{ state: 'done', progress: 1, result, warning, audioSeconds },
          ...{ failure: null, failureCode: null },
          ...ended,
        })
        .where(isHeld(owner, job.id))
        .returning({ id: jobs.id });
      if (finished.length === 0) throw new DoAgain();
    });
  } catch (error) {
    if (!(error instanceof DoAgain)) throw error;
    await releaseJob(database, owner, job.id);
    return;
  }
  await afterwards?.();
}

async function failJob(
  database: Database,
  { job, kind, owner }: HeldJob,
  { code, reason }: AnalysisFailure,
): Promise<void> {
  await database.transaction(async (transaction) => {
    const failed = await transaction
      .update(jobs)
      .set({ state: 'failed', failureCode: code, failure: reason, ...ended })
      .where(isHeld(owner, job.id))
      .returning({ id: jobs.id });
    if (failed.length > 0) await kind.whenFailed?.(transaction, job.id);
  });
}

/** A job whose process ended: tried again, and failed for good the third time. */
async function countDeath(database: Database, held: HeldJob, lastReason: string): Promise<void> {
  const attempts = held.job.attempts + 1;
  if (attempts >= mostDeaths) {
    const reason = `the work on it ended its process three times (the last time, ${lastReason})`;
    return failJob(database, held, { kind: 'failed', code: 'unreadable', reason });
  }
  await database
    .update(jobs)
    .set({ state: 'queued', attempts, leaseOwner: null, leaseUntil: null, progress: 0 })
    .where(isHeld(held.owner, held.job.id));
}
