import { and, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { eegRecordings, eegStudies } from '@/db/schema';
import type { Caller } from '../../../../access/caller';
import { AppError } from '../../../../base/errors';

export type RecordingRow = typeof eegRecordings.$inferSelect;

/** A recording of one of the caller's studies. Throws AppError 'not-found' also for another person's. */
export async function ownedRecording(
  executor: Executor,
  caller: Caller,
  recordingId: number,
): Promise<RecordingRow & { simulated: boolean }> {
  const [row] = await executor
    .select({ recording: eegRecordings, simulated: eegStudies.simulated })
    .from(eegRecordings)
    .innerJoin(eegStudies, eq(eegStudies.id, eegRecordings.studyId))
    .where(and(eq(eegRecordings.id, recordingId), eq(eegStudies.personId, caller.personId)));
  if (row) return { ...row.recording, simulated: row.simulated };
  throw new AppError(
    'not-found',
    `invalid recordingId: ${recordingId} (you have no recording of this number)`,
  );
}
