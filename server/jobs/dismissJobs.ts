import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Database, Executor } from '@/db/open';
import { jobs } from '@/db/schema';
import type { Caller } from '../access/caller';
import { inChunks } from '../base/inChunks';
import { isVisibleJob } from './visibleJobs';
import type { FollowUp, JobKind } from './jobKind';

const chunkRows = 500;

/**
 * Takes problems off the list: failed jobs are forgotten, with what their kind keeps for them; warnings of those that
 * were done are cleared. Returns how many were dismissed.
 */
export async function dismissJobs(
  { database, kinds }: { database: Database; kinds: JobKind<unknown>[] },
  which: number[] | 'all',
  caller?: Caller,
): Promise<number> {
  const among = and(which === 'all' ? undefined : inArray(jobs.id, which), isVisibleJob(database, caller));
  const followUps: FollowUp[] = [];
  try {
    return await database.transaction(async (transaction) => {
      const failed = await transaction
        .select({ id: jobs.id, kind: jobs.kind })
        .from(jobs)
        .where(and(eq(jobs.state, 'failed'), among))
        .for('update');
      for await (const chunk of inChunks(failed, chunkRows))
        followUps.push(...(await forget(transaction, chunk, kinds)));
      const warned = await transaction
        .update(jobs)
        .set({ warning: null })
        .where(and(eq(jobs.state, 'done'), isNotNull(jobs.warning), among))
        .returning({ id: jobs.id });
      return failed.length + warned.length;
    });
  } finally {
    for (const followUp of followUps) await followUp(database);
  }
}

/** Deletes jobs. Returns what is to follow once that is over. */
async function forget(
  executor: Executor,
  failed: { id: number; kind: string }[],
  kinds: JobKind<unknown>[],
): Promise<FollowUp[]> {
  const followUps: FollowUp[] = [];
  for (const kind of kinds) {
    const ids = failed.filter((job) => job.kind === kind.name).map(({ id }) => id);
    const followUp = ids.length > 0 ? await kind.whenForgotten?.(executor, ids) : undefined;
    if (followUp) followUps.push(followUp);
  }
  const ids = failed.map(({ id }) => id);
  await executor.delete(jobs).where(inArray(jobs.id, ids));
  return followUps;
}
