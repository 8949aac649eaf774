import { desc, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { eegModels, jobs } from '@/db/schema';
import type { Caller } from '../../../../access/caller';
import type { EegModelSummary } from '../studies/eegStudyAnswers';
import { ownedEegStudy } from '../studies/ownedEegStudy';
import { modelSummary } from './modelSummary';

/** The models of a study of the caller's, newest first. Throws AppError 'not-found'. */
export async function listEegModels(
  executor: Executor,
  caller: Caller,
  studyId: number,
): Promise<EegModelSummary[]> {
  const { simulated } = await ownedEegStudy(executor, caller, studyId);
  const rows = await executor
    .select({ model: eegModels, job: jobs })
    .from(eegModels)
    .leftJoin(jobs, eq(jobs.id, eegModels.jobId))
    .where(eq(eegModels.studyId, studyId))
    .orderBy(desc(eegModels.id));
  return rows.map((row) => modelSummary({ ...row, simulated }));
}
