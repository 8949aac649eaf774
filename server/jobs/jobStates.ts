import { inArray } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { jobs, type JobState } from '@/db/schema';

/** How one job stands. */
export interface JobStanding {
  jobId: number;
  state: JobState;
  /** 0..1 of the work. */
  progress: number;
  failure: string | null;
  warning: string | null;
}

/** How each of these jobs stands; those that were cleared away are left out. */
export async function jobStates(executor: Executor, jobIds: number[]): Promise<JobStanding[]> {
  const { id: jobId, state, progress, failure, warning } = jobs;
  return executor
    .select({ jobId, state, progress, failure, warning })
    .from(jobs)
    .where(inArray(jobId, jobIds))
    .orderBy(jobId);
}
