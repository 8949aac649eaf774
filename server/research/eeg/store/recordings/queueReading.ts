import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { eegRecordings, eegStudies } from '@/db/schema';
import { enqueueJobs, openBatch } from '../../../../jobs/enqueueJobs';
import { removeJobs } from '../../../../jobs/removeJobs';
import { recordingKey } from '../eegKeys';
import type { RecordingRow } from './ownedRecording';
import { readEegJob } from './readEegJob';

/** Behind what somebody waits for, before what can wait. */
const readingPriority = 1;

/** Has a recording read anew, in place of a reading that waits or is under way. */
export async function queueReading(
  executor: Executor,
  recording: Pick<RecordingRow, 'id' | 'studyId' | 'participant' | 'sizeBytes'>,
): Promise<void> {
  const exclusiveKey = recordingKey(recording);
  await removeJobs(executor, exclusiveKey);
  const label = `study of EEG ${recording.studyId}: reading ${recording.participant}`;
  const [whose] = await executor
    .select({ personId: eegStudies.personId })
    .from(eegStudies)
    .where(eq(eegStudies.id, recording.studyId));
  const batchId = await openBatch(executor, label, whose);
  const [job] = await enqueueJobs(executor, readEegJob, {
    batchId,
    priority: readingPriority,
    jobs: [
      {
        payload: { recordingId: recording.id },
        label,
        exclusiveKey,
        weight: Math.max(1, recording.sizeBytes),
      },
    ],
  });
  await executor
    .update(eegRecordings)
    .set({ state: 'waiting', failure: null, jobId: job.id })
    .where(eq(eegRecordings.id, recording.id));
}
