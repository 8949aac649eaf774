import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { and, eq } from 'drizzle-orm';
import { studyFiles } from '@/db/schema';
import { AppError } from '../../../base/errors';
import { plainReason } from '../../../base/plainReason';
import { playableType } from '../../../streams/playableType';
import { readableStudy } from '../ownedStudy';
import type { StudyPlace } from '../studyPlace';
import { pathOfFile } from './removeStudyFile';

/** A brought sound file, as players want it. */
export interface StudySound {
  path: string;
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
  const { size, mtimeMs } = await stat(path).catch((cause: unknown) => {
    throw new AppError('unreadable', `invalid file: ${file.name} (${plainReason(cause)})`, { cause });
  });
  const payloadHash = createHash('sha256')
    .update(JSON.stringify([path, size, mtimeMs]))
    .digest('hex');
  return { path, mediaType: await playableType(path), payloadHash };
}
