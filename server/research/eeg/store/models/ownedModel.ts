import { and, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { eegModels, eegStudies, jobs } from '@/db/schema';
import type { Caller } from '../../../../access/caller';
import { AppError } from '../../../../base/errors';
import { modelSummary, type ModelWithJob } from './modelSummary';

/** A model of one of the caller's studies. Throws AppError 'not-found' also for another person's. */
export async function ownedModel(executor: Executor, caller: Caller, modelId: number): Promise<ModelWithJob> {
  const [row] = await executor
    .select({ model: eegModels, job: jobs, simulated: eegStudies.simulated })
    .from(eegModels)
    .innerJoin(eegStudies, eq(eegStudies.id, eegModels.studyId))
    .leftJoin(jobs, eq(jobs.id, eegModels.jobId))
    .where(and(eq(eegModels.id, modelId), eq(eegStudies.personId, caller.personId)));
  if (!row) throw new AppError('not-found', `invalid modelId: ${modelId} (you have no model of this number)`);
  return row;
}

/** The same where it is trained. Throws AppError 'not-found', or 'unavailable' until it is. */
export async function trainedModel(executor: Executor, caller: Caller, modelId: number) {
  const row = await ownedModel(executor, caller, modelId);
  if (row.model.finishedAt !== null) return row.model;
  const { state, failure } = modelSummary(row);
  const told = failure === null ? `its training is ${state}` : `its training failed: ${failure}`;
  throw new AppError('unavailable', `invalid modelId: ${modelId} (${told})`);
}
