import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backupDatabase } from '@/db/backup';
import type { Database } from '@/db/open';
import { incomingFolder, ownFolder, ownFolders } from '../../base/dataFolders';
import { AppError } from '../../base/errors';
import { isThere } from '../../base/isThere';
import { noteName } from './libraryNote';

export interface LibraryPlace {
  database: Database;
  dataDirectory: string;
}

/**
 * Copies the whole library into `folder` (made if missing, must be empty): the catalogue, the uploads, the demo
 * music, the added embedding models and surfaces, and studies. Files named by path or found in watched folders are not
 * ours and stay out. The note that restoreLibrary wants is written last, so that what was cut short is never taken for
 * whole. Throws AppError.
 */
export async function backupLibrary(
  { database, dataDirectory }: LibraryPlace,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await requireEmpty(folder);
  await backupDatabase(database, join(folder, 'database'));
  const leaveOut = incomingFolder(dataDirectory);
  for (const name of ownFolders) {
    const from = ownFolder(dataDirectory, name);
    const filter = (path: string) => path !== leaveOut;
    // Files are known by their times.
    if (await isThere(from))
      await cp(from, join(folder, name), { recursive: true, preserveTimestamps: true, filter });
  }
  await writeFile(join(folder, noteName), `${JSON.stringify({ dataDirectory }, null, 2)}\n`, { flush: true });
}

async function requireEmpty(folder: string): Promise<void> {
  const present = await readdir(folder);
  if (present.length === 0) return;
  const isCutShort = present.includes('database') && !present.includes(noteName);
  const reason = isCutShort
    ? 'it holds a backup that was cut short: delete it, or choose another folder'
    : `must be empty, holds ${present[0]}`;
  throw new AppError('invalid', `invalid DIR: ${folder} (${reason})`);
}
