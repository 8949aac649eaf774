import { and, eq, inArray } from 'drizzle-orm';
import { jobs, openJobStates, simulatedStudies } from '@/db/schema';
import { enqueueJobs, openBatch } from '../../jobs/enqueueJobs';
import { simulateJob } from './simulateJob';
import type { StudyPlace } from './studyPlace';

/** The seed of the study to start with: the same numbers everywhere. */
const firstSeed = 1;

/**
 * At somebody's first visit: queues the making of the study to start with, unless it was made once (one that was
 * removed is not made again) or is being made. Returns the number of the batch that makes it, null for none.
 */
export async function beginStudies({
  database,
  caller: { personId },
}: Pick<StudyPlace, 'database' | 'caller'>): Promise<{ batchId: number | null }> {
  const exclusiveKey = `simulated-study:${personId}`;
  const made = await database.$count(simulatedStudies, eq(simulatedStudies.personId, personId));
  const isMaking = and(eq(jobs.exclusiveKey, exclusiveKey), inArray(jobs.state, [...openJobStates]));
  if (made + (await database.$count(jobs, isMaking)) > 0) return { batchId: null };
  return database.transaction(async (transaction) => {
    const label = 'the simulated study to start with';
    const batchId = await openBatch(transaction, label, { personId });
    const queued = await enqueueJobs(transaction, simulateJob, {
      batchId,
      jobs: [{ payload: { personId, seed: firstSeed }, label, exclusiveKey }],
    });
    return { batchId: queued.length > 0 ? batchId : null };
  });
}
