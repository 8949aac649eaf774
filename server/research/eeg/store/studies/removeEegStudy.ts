import { rm } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { eegStudies } from '@/db/schema';
import { noteDeletion } from '../../../../base/deletionNote';
import { removeJobs } from '../../../../jobs/removeJobs';
import type { StudyPlace } from '../../../studies/studyPlace';
import { eegStudyFolder } from '../eegFolders';
import { eegStudyKey } from '../eegKeys';
import { ownedEegStudy } from './ownedEegStudy';

/**
 * Deletes a study of the caller's for good: its rows, its jobs and its folder. Work on it that is under way is stopped
 * within a second. Throws AppError 'not-found'.
 */
export async function removeEegStudy(
  { database, dataDirectory, caller }: StudyPlace,
  studyId: number,
): Promise<void> {
  let forget: (() => Promise<void>) | undefined;
  await database.transaction(async (transaction) => {
    await ownedEegStudy(transaction, caller, studyId);
    forget = await noteDeletion(dataDirectory, { kind: 'eegStudy', id: studyId });
    await removeJobs(transaction, eegStudyKey(studyId));
    await transaction.delete(eegStudies).where(eq(eegStudies.id, studyId));
  });
  await rm(eegStudyFolder(dataDirectory, studyId), { recursive: true, force: true });
  await forget?.();
}
