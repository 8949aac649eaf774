import { eq } from 'drizzle-orm';
import { studyAnalyses } from '@/db/schema';
import { cancelJob } from '../../jobs/cancelJobs';
import { removeJobs } from '../../jobs/removeJobs';
import { deleteWithFiles } from '../studies/deleteWithFiles';
import { resultFile } from '../studies/studyFolder';
import { analysisKey } from '../studies/studyJobs';
import type { StudyPlace } from '../studies/studyPlace';
import { ownedAnalysis } from './ownedAnalysis';

/** Stops an analysis that is queued or running; one that has ended stays as it is. Throws AppError 'not-found'. */
export async function cancelAnalysis(
  { database, caller }: Pick<StudyPlace, 'database' | 'caller'>,
  analysisId: number,
): Promise<void> {
  const { jobId } = await ownedAnalysis(database, caller, analysisId);
  if (jobId === null) return;
  await cancelJob(database, jobId);
}

/** Deletes an analysis with its answer and its job, also one under way. Throws AppError 'not-found'. */
export async function removeAnalysis(place: StudyPlace, analysisId: number): Promise<void> {
  const { studyId, id } = await ownedAnalysis(place.database, place.caller, analysisId);
  await deleteWithFiles(place, {
    kind: 'analysis',
    id,
    paths: [resultFile(place.dataDirectory, { studyId, id })],
    deleteRows: async (executor) => {
      await executor.delete(studyAnalyses).where(eq(studyAnalyses.id, id));
      await removeJobs(executor, analysisKey({ studyId, id }));
    },
  });
}
