import { createHash } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { studyFiles } from '@/db/schema';
import { AppError } from '../../../base/errors';
import { timesOf, type ImportedFile } from '../../../base/importedFile';
import { openRegularFile } from '../../../base/openRegularFile';
import { plainReason } from '../../../base/plainReason';
import { playableType } from '../../../streams/playableType';
import { readableStudy } from '../ownedStudy';
import type { StudyPlace } from '../studyPlace';
import { pathOfFile } from './removeStudyFile';

/** A brought sound file, as players want it. */
export interface StudySound extends ImportedFile {
  /** Set where browsers play the file as it is. */
  mediaType?: string;
  /** Changes with the file: what a converted copy is kept under. */
  payloadHash: string;
}

/** The sound of a piece that was brought as a file. Throws AppError 'not-found' or 'unreadable'. */
export async function studySound(
  { database, dataDirectory, caller }: StudyPlace,
  { studyId, fileId }: { studyId: number; fileId: number },
): Promise<StudySound> {
  await readableStudy(database, caller, studyId);
  const [file] = await database
    .select()
    .from(studyFiles)
    .where(and(eq(studyFiles.id, fileId), eq(studyFiles.studyId, studyId)));
  if (!file) throw new AppError('not-found', `invalid fileId: ${fileId} (the study has no such file)`);
  const path = pathOfFile(dataDirectory, file);
  const opened = await openRegularFile(path).catch((cause: unknown) => {
    throw new AppError('unreadable', `invalid file: ${file.name} (${plainReason(cause)})`, { cause });
  });
  try {
    const times = timesOf(opened.status);
    const payloadHash = createHash('sha256')
      .update(JSON.stringify([path, times.sizeBytes, times.modifiedMs]))
      .digest('hex');
    return { path, ...times, mediaType: await playableType(opened), payloadHash };
  } finally {
    await opened.handle.close();
  }
}
