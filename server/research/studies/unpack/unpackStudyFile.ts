import { rm } from 'node:fs/promises';
import { and, eq } from 'drizzle-orm';
import { studyFiles } from '@/db/schema';
import { AppError } from '../../../base/errors';
import { askProcess } from '../../../analysis/askProcess';
import { noteFile } from '../files/receiveStudyFile';
import { pathOfFile } from '../files/removeStudyFile';
import { ownedStudy } from '../ownedStudy';
import { broughtFolder } from '../studyFolder';
import type { StudyPlace } from '../studyPlace';
import { unpack } from './unpack';

/**
 * Unpacks a ZIP that was brought to a study: its files take its place.
 * Returns their names. Throws AppError 'not-found', 'invalid', 'unreadable', 'unsupported' or 'too-large'.
 */
export async function unpackStudyFile(
  place: StudyPlace,
  { studyId, fileId }: { studyId: number; fileId: number },
): Promise<{ names: string[] }> {
  const { database, dataDirectory, caller } = place;
  await ownedStudy(database, caller, studyId);
  const [zip] = await database
    .select()
    .from(studyFiles)
    .where(and(eq(studyFiles.id, fileId), eq(studyFiles.studyId, studyId)));
  if (!zip) throw new AppError('not-found', `invalid fileId: ${fileId} (the study has no such file)`);
  const path = pathOfFile(dataDirectory, zip);
  const folder = broughtFolder(dataDirectory, studyId);
  const files = await askProcess(unpack, { path, folder }, { what: 'ZIP' });
  for (const { name, sizeBytes } of files) await noteFile(place, studyId, { name, sizeBytes, path: null });
  await database.delete(studyFiles).where(eq(studyFiles.id, fileId));
  if (zip.path === null) await rm(path, { force: true });
  return { names: files.map(({ name }) => name) };
}
