import { rm } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { studies } from '@/db/schema';
import { noteDeletion } from '../../base/deletionNote';
import { removeJobs } from '../../jobs/removeJobs';
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
  let forget: (() => Promise<void>) | undefined;
  await database.transaction(async (transaction) => {
    await ownedStudy(transaction, caller, studyId);
    forget = await noteDeletion(dataDirectory, { kind: 'study', id: studyId });
    await removeJobs(transaction, studyKey(studyId));
    await transaction.delete(studies).where(eq(studies.id, studyId));
  });
  await rm(studyFolder(dataDirectory, studyId), { recursive: true, force: true });
  await forget?.();
}
