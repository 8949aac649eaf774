import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { eegRecordings } from '@/db/schema';
import { removeJobs } from '../../../../jobs/removeJobs';
import type { StudyPlace } from '../../../studies/studyPlace';
import { eegBroughtFolder, windowsFile } from '../eegFolders';
import { recordingKey } from '../eegKeys';
import { ownedRecording } from './ownedRecording';

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
  const windows = windowsFile(dataDirectory, recording);
  const file = join(eegBroughtFolder(dataDirectory, recording.studyId), recording.fileName);
  for (const path of [file, windows, windows.replace(/\.npy$/, '.json')]) await rm(path, { force: true });
}
