import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { studyFiles } from '@/db/schema';
import { ownedStudy } from '../ownedStudy';
import { broughtFolder, studyFolder } from '../studyFolder';
import type { StudyPlace } from '../studyPlace';
import { broughtName } from './broughtName';
import { listenToFaults, receiveBytes, type IncomingBytes } from './receiveBytes';

/** A file on its way to a study. */
export interface StudyUpload extends IncomingBytes {
  studyId: number;
  /** Its name, with the folders it lay in. */
  name: string;
}

/**
 * Takes in an uploaded file of a study: streamed to disk, its size checked; one of the same name is replaced. It waits
 * there, unread, until the study's mapping says what it is. What breaks off leaves nothing behind.
 * Throws AppError 'not-found', 'invalid', 'too-large' or 'unreadable'.
 */
export async function receiveStudyFile(place: StudyPlace, upload: StudyUpload): Promise<{ fileId: number }> {
  listenToFaults(upload);
  const { database, dataDirectory, caller } = place;
  await ownedStudy(database, caller, upload.studyId);
  const name = broughtName(upload.name);
  const sizeBytes = await receiveBytes(upload, {
    folder: studyFolder(dataDirectory, upload.studyId),
    path: join(broughtFolder(dataDirectory, upload.studyId), name),
    name,
  });
  return { fileId: await noteFile(place, upload.studyId, { name, sizeBytes, path: null }) };
}

/** Notes a file that waits to be read; `path` where it lies elsewhere than in the study's folder. Returns its number. */
export async function noteFile(
  { database }: Pick<StudyPlace, 'database'>,
  studyId: number,
  file: { name: string; sizeBytes: number; path: string | null },
): Promise<number> {
  const again = { state: 'waiting' as const, failure: null, addedAt: sql`now()` };
  const [{ id }] = await database
    .insert(studyFiles)
    .values({ ...file, studyId })
    .onConflictDoUpdate({ target: [studyFiles.studyId, studyFiles.name], set: { ...file, ...again } })
    .returning({ id: studyFiles.id });
  return id;
}
