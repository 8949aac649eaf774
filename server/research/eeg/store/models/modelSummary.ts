import type { eegModels, jobs } from '@/db/schema';
import { secondsLeft } from '../../../analyses/secondsLeft';
import type { EegModelState, EegModelSummary } from '../studies/eegStudyAnswers';
import type { ModelDigest } from './modelDigest';
import type { ModelSettings } from './modelWish';

type JobOfIt = typeof jobs.$inferSelect | null;

/** A model with the job that trains it, and whether its participants are made up. */
export interface ModelWithJob {
  model: typeof eegModels.$inferSelect;
  job: JobOfIt;
  simulated: boolean;
}

/** A model with how its job stands; one whose job is forgotten has failed. */
export function modelSummary({ model, job, simulated }: ModelWithJob): EegModelSummary {
  const { id, studyId, title, createdAt, finishedAt } = model;
  const state = finishedAt !== null ? 'done' : stateOf(job);
  return {
    ...{ id, studyId, title, simulated, state },
    // Both were checked when they were stored, and are written by nobody else.
    settings: model.settings as ModelSettings,
    digest: model.digest as ModelDigest | null,
    progress: state === 'done' ? 1 : (job?.progress ?? 0),
    secondsLeft: job !== null && state === 'running' ? secondsLeft(job) : null,
    failure: state === 'failed' ? (job?.failure ?? 'its job was taken off the list') : null,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

/** A job can be done only together with its model. */
function stateOf(job: JobOfIt): EegModelState {
  return job === null || job.state === 'done' ? 'failed' : job.state;
}
