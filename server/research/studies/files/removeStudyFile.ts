import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { studyFiles } from '@/db/schema';
import { AppError } from '../../../base/errors';
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
  { database, dataDirectory, caller }: StudyPlace,
  { studyId, fileId }: { studyId: number; fileId: number },
): Promise<void> {
  await ownedStudy(database, caller, studyId);
  const [gone] = await database
    .delete(studyFiles)
    .where(and(eq(studyFiles.id, fileId), eq(studyFiles.studyId, studyId)))
    .returning();
  if (!gone) throw new AppError('not-found', `invalid fileId: ${fileId} (the study has no such file)`);
  if (gone.path === null) await rm(pathOfFile(dataDirectory, gone), { force: true });
}
