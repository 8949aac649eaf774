import { rm } from 'node:fs/promises';
import { eq, inArray, like, or } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { batches, jobs, studies } from '@/db/schema';
import { ownedStudy } from './ownedStudy';
import { studyFolder } from './studyFolder';
import { studyKey } from './studyJobs';
import type { StudyPlace } from './studyPlace';

/**
 * Deletes a study of the caller's for good: its rows, its jobs with the batches that hold nothing else, and its
 * folder. Work on it that is under way is stopped within a second. Throws AppError 'not-found'.
 */
export async function removeStudy(
  { database, dataDirectory, caller }: StudyPlace,
  studyId: number,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await ownedStudy(transaction, caller, studyId);
    await removeJobs(transaction, studyId);
    await transaction.delete(studies).where(eq(studies.id, studyId));
  });
  await rm(studyFolder(dataDirectory, studyId), { recursive: true, force: true });
}

async function removeJobs(executor: Executor, studyId: number): Promise<void> {
  const key = studyKey(studyId);
  const gone = await executor
    .delete(jobs)
    .where(or(eq(jobs.exclusiveKey, key), like(jobs.exclusiveKey, `${key}:%`)))
    .returning({ batchId: jobs.batchId });
  const batchIds = [...new Set(gone.map(({ batchId }) => batchId))];
  // Batches of a study hold jobs of that study alone.
  if (batchIds.length > 0) await executor.delete(batches).where(inArray(batches.id, batchIds));
}
