import { lstat, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../../base/errors';
import { plainReason } from '../../../base/plainReason';
import { datasetFiles, type DatasetFiles } from '../../recordings/bids/datasetFiles';
import { ownedStudy } from '../ownedStudy';
import type { StudyPlace } from '../studyPlace';
import { broughtName } from './broughtName';
import { noteFile } from './receiveStudyFile';

/** A folder with more files than this is hardly one study. */
const mostFiles = 20_000;

/**
 * Notes files that lie on this machine: a file, or a folder with all that is in it. They stay where they are and are
 * read there. Links are followed where they stay within the folder, as DataLad keeps data; others are told.
 * Returns the files' names, and what was left alone. Throws AppError 'not-found', 'unreadable' or 'too-large'.
 */
export async function addLocalFiles(
  place: StudyPlace,
  studyId: number,
  path: string,
): Promise<{ names: string[]; warnings: string[] }> {
  await ownedStudy(place.database, place.caller, studyId);
  const { files, warnings } = await filesBelow(path);
  const names: string[] = [];
  for (const file of files) {
    const name = broughtName(file.place);
    const sizeBytes = (await stat(file.path)).size;
    await noteFile(place, studyId, { name, sizeBytes, path: file.path });
    names.push(name);
  }
  return { names, warnings };
}

async function filesBelow(path: string): Promise<DatasetFiles> {
  const status = await lstat(path).catch((cause: unknown) => {
    throw new AppError('unreadable', `invalid path: ${path} (${plainReason(cause)})`, { cause });
  });
  if (status.isFile()) return { files: [{ place: basename(path), path }], warnings: [] };
  if (!status.isDirectory())
    throw new AppError('unreadable', `invalid path: ${path} (it is neither a file nor a folder)`);
  const found = await datasetFiles(path);
  if (found.files.length > mostFiles)
    throw new AppError(
      'too-large',
      `invalid path: ${path} (it holds ${found.files.length} files, ${mostFiles} at most)`,
    );
  return found;
}
