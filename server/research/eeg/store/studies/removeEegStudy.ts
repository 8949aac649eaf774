import { eq } from 'drizzle-orm';
import { eegStudies } from '@/db/schema';
import { removeJobs } from '../../../../jobs/removeJobs';
import { deleteWithFiles } from '../../../studies/deleteWithFiles';
import type { StudyPlace } from '../../../studies/studyPlace';
import { eegStudyFolder } from '../eegFolders';
import { eegStudyKey } from '../eegKeys';
import { ownedEegStudy } from './ownedEegStudy';

/**
 * Deletes a study of the caller's for good: its rows, its jobs and its folder. Work on it that is under way is stopped
 * within a second. Throws AppError 'not-found'.
 */
export async function removeEegStudy(place: StudyPlace, studyId: number): Promise<void> {
  await ownedEegStudy(place.database, place.caller, studyId);
  await deleteWithFiles(place, {
    kind: 'eegStudy',
    id: studyId,
    paths: [eegStudyFolder(place.dataDirectory, studyId)],
    deleteRows: async (executor) => {
      await removeJobs(executor, eegStudyKey(studyId));
      await executor.delete(eegStudies).where(eq(eegStudies.id, studyId));
    },
  });
}
