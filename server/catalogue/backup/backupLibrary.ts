import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backupDatabase } from '@/db/backup';
import { codeOf } from '@/db/databaseError';
import type { Database } from '@/db/open';
import { AppError } from '../../base/errors';
import { copyFiles } from './copyFiles';
import { noteName } from './libraryNote';

export interface LibraryPlace {
  database: Database;
  dataDirectory: string;
}

/**
 * Copies the whole library into `folder` (made if missing, must be empty): the catalogue, the uploads, the demo
 * music, the added embedding models and surfaces, and studies. Files named by path or found in watched folders are not
 * ours and stay out. Its folders are open to their owner alone. The note that restoreLibrary wants is written last, so that what was cut short is never taken for
 * whole. Throws AppError.
 */
export async function backupLibrary(
  { database, dataDirectory }: LibraryPlace,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await requireEmpty(folder);
  await closeToOthers(folder);
  await backupDatabase(database, join(folder, 'database'));
  await copyFiles(dataDirectory, folder);
  await writeFile(join(folder, noteName), `${JSON.stringify({ dataDirectory }, null, 2)}\n`, { flush: true });
}

/** A folder of somebody else's stays as it is: what is made in it is open to its owner alone. */
async function closeToOthers(folder: string): Promise<void> {
  await chmod(folder, 0o700).catch((error: unknown) => {
    if (codeOf(error) !== 'EPERM') throw error;
  });
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
