import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { studyFiles } from '@/db/schema';
import { AppError } from '../../../base/errors';
import { deleteWithFiles } from '../deleteWithFiles';
import { ownedStudy } from '../ownedStudy';
import { broughtFolder } from '../studyFolder';
import type { StudyPlace } from '../studyPlace';

/** Where a brought file lies. */
export function pathOfFile(
  dataDirectory: string,
  { studyId, name, path }: { studyId: number; name: string; path: string | null },
): string {
  return path ?? join(broughtFolder(dataDirectory, studyId), name);
}

/** Takes a brought file off a study; an upload is deleted, a file of the machine's stays. Throws AppError 'not-found'. */
export async function removeStudyFile(
  place: StudyPlace,
  { studyId, fileId }: { studyId: number; fileId: number },
): Promise<void> {
  await ownedStudy(place.database, place.caller, studyId);
  const isFile = and(eq(studyFiles.id, fileId), eq(studyFiles.studyId, studyId));
  const [file] = await place.database.select().from(studyFiles).where(isFile);
  if (!file) throw new AppError('not-found', `invalid fileId: ${fileId} (the study has no such file)`);
  await deleteWithFiles(place, {
    kind: 'studyFile',
    id: fileId,
    paths: file.path === null ? [pathOfFile(place.dataDirectory, file)] : [],
    deleteRows: (executor) => executor.delete(studyFiles).where(isFile),
  });
}
