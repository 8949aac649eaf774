import { eq, inArray, isNull, or, type SQL } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { batches, jobs } from '@/db/schema';
import type { Caller } from '../access/caller';

/** The condition that a batch is of the library, or the caller's own; none where nobody in particular asks. */
export function isVisibleBatch(caller: Caller | undefined): SQL | undefined {
  return caller && or(isNull(batches.personId), eq(batches.personId, caller.personId));
}

/** The condition that a job is of the library, or the caller's own: the private work of others is not told of. */
export function isVisibleJob(executor: Executor, caller: Caller | undefined): SQL | undefined {
  if (!caller) return undefined;
  const visible = executor.select({ id: batches.id }).from(batches).where(isVisibleBatch(caller));
  return inArray(jobs.batchId, visible);
}
