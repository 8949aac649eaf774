import type { jobs } from '@/db/schema';
import { secondsLeft } from '../../analyses/secondsLeft';
import type { EegJobState } from './studies/eegStudyAnswers';

/** How an open job stands; null for one that has ended, or is none. */
export function openJobState(job: typeof jobs.$inferSelect | null): EegJobState | null {
  if (job === null || (job.state !== 'queued' && job.state !== 'running')) return null;
  const { id: jobId, state, progress } = job;
  return { jobId, state, progress, secondsLeft: state === 'running' ? secondsLeft(job) : null };
}
