import { eq, inArray, like, or } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { batches, jobs } from '@/db/schema';

/**
 * Deletes jobs of a key and of keys that go on from it after a colon, open or ended, and the batches that held them:
 * their batches must hold no others. What is under way is stopped within a second.
 */
export async function removeJobs(executor: Executor, key: string): Promise<void> {
  const gone = await executor
    .delete(jobs)
    .where(or(eq(jobs.exclusiveKey, key), like(jobs.exclusiveKey, `${key}:%`)))
    .returning({ batchId: jobs.batchId });
  const batchIds = [...new Set(gone.map(({ batchId }) => batchId))];
  if (batchIds.length > 0) await executor.delete(batches).where(inArray(batches.id, batchIds));
}
