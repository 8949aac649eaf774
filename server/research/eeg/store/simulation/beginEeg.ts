import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { eegStudies, eegTracks, intendedCurves, jobs, openJobStates, simulatedEegStudies } from '@/db/schema';
import { enqueueJobs, openBatch } from '../../../../jobs/enqueueJobs';
import type { StudyPlace } from '../../../studies/studyPlace';
import { simulateEegJob } from './simulateEegJob';

/** The seed of the study to start with: the same numbers everywhere. */
export const firstSeed = 1;

type Place = Pick<StudyPlace, 'database' | 'caller'>;

/**
 * At somebody's first visit: queues the making of the study to start with, unless it was made once (one that was
 * removed is not made again) or is being made. Returns the number of the batch that makes it, null for none.
 */
export async function beginEeg(place: Place): Promise<{ batchId: number | null }> {
  const { database, caller } = place;
  await linkDemoTracks(place);
  const exclusiveKey = `simulated-eeg:${caller.personId}`;
  const made = await database.$count(simulatedEegStudies, eq(simulatedEegStudies.personId, caller.personId));
  const isMaking = and(eq(jobs.exclusiveKey, exclusiveKey), inArray(jobs.state, [...openJobStates]));
  if (made + (await database.$count(jobs, isMaking)) > 0) return { batchId: null };
  return database.transaction(async (executor) => {
    const label = 'the simulated study of EEG to start with';
    const batchId = await openBatch(executor, label, caller);
    const queued = await enqueueJobs(executor, simulateEegJob, {
      batchId,
      jobs: [{ payload: { personId: caller.personId, seed: firstSeed }, label, exclusiveKey }],
    });
    return { batchId: queued.length > 0 ? batchId : null };
  });
}

/** The demo music may come into the catalogue, or come back, after the study was made. */
async function linkDemoTracks({ database, caller }: Place): Promise<void> {
  const own = database
    .select({ id: eegStudies.id })
    .from(eegStudies)
    .where(and(eq(eegStudies.personId, caller.personId), eq(eegStudies.simulated, true)));
  await database
    .update(eegTracks)
    .set({
      trackId: sql`(select ${intendedCurves.trackId} from ${intendedCurves}
        where ${intendedCurves.slug} = ${eegTracks.name} limit 1)`,
    })
    .where(and(inArray(eegTracks.studyId, own), isNull(eegTracks.trackId)));
}
