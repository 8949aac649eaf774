import { and, inArray } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { jobs, type JobState } from '@/db/schema';
import type { Caller } from '../access/caller';
import { isVisibleJob } from './visibleJobs';

/** How one job stands. */
export interface JobStanding {
  jobId: number;
  state: JobState;
  /** 0..1 of the work. */
  progress: number;
  failure: string | null;
  warning: string | null;
}

/** How each of these jobs stands; those that were cleared away, or are others' private work, are left out. */
export async function jobStates(
  executor: Executor,
  jobIds: number[],
  caller?: Caller,
): Promise<JobStanding[]> {
  const { id: jobId, state, progress, failure, warning } = jobs;
  return executor
    .select({ jobId, state, progress, failure, warning })
    .from(jobs)
    .where(and(inArray(jobId, jobIds), isVisibleJob(executor, caller)))
    .orderBy(jobId);
}
