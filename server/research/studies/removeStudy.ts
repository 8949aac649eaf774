import { eq } from 'drizzle-orm';
import { studies } from '@/db/schema';
import { removeJobs } from '../../jobs/removeJobs';
import { deleteWithFiles } from './deleteWithFiles';
import { ownedStudy } from './ownedStudy';
import { studyFolder } from './studyFolder';
import { studyKey } from './studyJobs';
import type { StudyPlace } from './studyPlace';

/**
 * Deletes a study of the caller's for good: its rows, its jobs with the batches that hold nothing else, and its
 * folder. Work on it that is under way is stopped within a second. Throws AppError 'not-found'.
 */
export async function removeStudy(place: StudyPlace, studyId: number): Promise<void> {
  await ownedStudy(place.database, place.caller, studyId);
  await deleteWithFiles(place, {
    kind: 'study',
    id: studyId,
    paths: [studyFolder(place.dataDirectory, studyId)],
    deleteRows: async (executor) => {
      await removeJobs(executor, studyKey(studyId));
      await executor.delete(studies).where(eq(studies.id, studyId));
    },
  });
}
