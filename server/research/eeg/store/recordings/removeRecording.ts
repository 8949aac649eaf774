import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { eegRecordings } from '@/db/schema';
import { removeJobs } from '../../../../jobs/removeJobs';
import type { StudyPlace } from '../../../studies/studyPlace';
import { eegBroughtFolder } from '../eegFolders';
import { recordingKey } from '../eegKeys';
import { ownedRecording } from './ownedRecording';
import { removeWindows } from './removeWindows';

/** Deletes a recording of the caller's for good, with its file, its windows and its trials. Throws AppError 'not-found'. */
export async function removeRecording(
  { database, dataDirectory, caller }: StudyPlace,
  recordingId: number,
): Promise<void> {
  const recording = await ownedRecording(database, caller, recordingId);
  await database.transaction(async (executor) => {
    await removeJobs(executor, recordingKey(recording));
    await executor.delete(eegRecordings).where(eq(eegRecordings.id, recordingId));
  });
  await rm(join(eegBroughtFolder(dataDirectory, recording.studyId), recording.fileName), { force: true });
  await removeWindows(dataDirectory, recording);
}
