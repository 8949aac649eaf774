import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { eegRecordings } from '@/db/schema';
import { removeJobs } from '../../../../jobs/removeJobs';
import { deleteWithFiles } from '../../../studies/deleteWithFiles';
import type { StudyPlace } from '../../../studies/studyPlace';
import { eegBroughtFolder } from '../eegFolders';
import { recordingKey } from '../eegKeys';
import { ownedRecording } from './ownedRecording';
import { removeWindows } from './removeWindows';
import { windowsOf } from './windowsOf';

/** Deletes a recording of the caller's for good, with its file, its windows and its trials. Throws AppError 'not-found'. */
export async function removeRecording(place: StudyPlace, recordingId: number): Promise<void> {
  const { database, dataDirectory, caller } = place;
  const recording = await ownedRecording(database, caller, recordingId);
  const brought = join(eegBroughtFolder(dataDirectory, recording.studyId), recording.fileName);
  await deleteWithFiles(place, {
    kind: 'eegRecording',
    id: recordingId,
    paths: [brought, ...(await windowsOf(dataDirectory, recording))],
    deleteRows: async (executor) => {
      await removeJobs(executor, recordingKey(recording));
      await executor.delete(eegRecordings).where(eq(eegRecordings.id, recordingId));
    },
  });
  // Of a measuring that was under way until its job was gone.
  await removeWindows(dataDirectory, recording);
}
