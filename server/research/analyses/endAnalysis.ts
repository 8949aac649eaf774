import { rm } from 'node:fs/promises';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { batches, jobs, openJobStates, studyAnalyses } from '@/db/schema';
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
  await database
    .update(jobs)
    .set({ state: 'cancelled', leaseOwner: null, leaseUntil: null, finishedAt: sql`now()` })
    .where(and(eq(jobs.id, jobId), inArray(jobs.state, [...openJobStates])));
}

/** Deletes an analysis with its answer and its job, also one under way. Throws AppError 'not-found'. */
export async function removeAnalysis(
  { database, dataDirectory, caller }: StudyPlace,
  analysisId: number,
): Promise<void> {
  const { studyId, id } = await ownedAnalysis(database, caller, analysisId);
  await database.transaction(async (transaction) => {
    await transaction.delete(studyAnalyses).where(eq(studyAnalyses.id, id));
    const gone = await transaction
      .delete(jobs)
      .where(eq(jobs.exclusiveKey, analysisKey({ studyId, id })))
      .returning({ batchId: jobs.batchId });
    const batchIds = gone.map(({ batchId }) => batchId);
    if (batchIds.length > 0) await transaction.delete(batches).where(inArray(batches.id, batchIds));
  });
  await rm(resultFile(dataDirectory, { studyId, id }), { force: true });
}
