import { lstat, readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { AppError } from '../../../base/errors';
import { plainReason } from '../../../base/plainReason';
import { ownedStudy } from '../ownedStudy';
import type { StudyPlace } from '../studyPlace';
import { broughtName } from './broughtName';
import { noteFile } from './receiveStudyFile';

/** A folder with more files than this is hardly one study. */
const mostFiles = 20_000;

/**
 * Notes files that lie on this machine: a file, or a folder with all that is in it. They stay where they are and are
 * read there. Links are not followed, so that nothing outside the folder is read. Returns the files' names.
 * Throws AppError 'not-found', 'unreadable' or 'too-large'.
 */
export async function addLocalFiles(place: StudyPlace, studyId: number, path: string): Promise<string[]> {
  await ownedStudy(place.database, place.caller, studyId);
  const names: string[] = [];
  for (const file of await filesBelow(path)) {
    const name = broughtName(file.name);
    await noteFile(place, studyId, { name, sizeBytes: file.sizeBytes, path: file.path });
    names.push(name);
  }
  return names;
}

interface LocalFile {
  name: string;
  path: string;
  sizeBytes: number;
}

async function filesBelow(path: string): Promise<LocalFile[]> {
  const status = await lstat(path).catch((cause: unknown) => {
    throw new AppError('unreadable', `invalid path: ${path} (${plainReason(cause)})`, { cause });
  });
  if (status.isFile()) return [{ name: basename(path), path, sizeBytes: status.size }];
  if (!status.isDirectory())
    throw new AppError('unreadable', `invalid path: ${path} (it is neither a file nor a folder)`);
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const found = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  if (found.length > mostFiles)
    throw new AppError(
      'too-large',
      `invalid path: ${path} (it holds ${found.length} files, ${mostFiles} at most)`,
    );
  return Promise.all(
    found.map(async (entry) => {
      const file = join(entry.parentPath, entry.name);
      const { size } = await lstat(file);
      return { name: relative(path, file).split(sep).join('/'), path: file, sizeBytes: size };
    }),
  );
}
