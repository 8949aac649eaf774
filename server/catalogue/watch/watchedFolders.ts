import { stat } from 'node:fs/promises';
import { isAbsolute, resolve } from 'node:path';
import { asc, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { watchedFolders } from '@/db/schema';
import { AppError } from '../../base/errors';
import { plainReason } from '../../base/plainReason';

export interface WatchedFolder {
  path: string;
  addedAt: string;
  scannedAt: string | null;
  failure: string | null;
}

/** The folders that are looked through at start, on request and every few minutes. */
export async function listWatched(executor: Executor): Promise<WatchedFolder[]> {
  const rows = await executor.select().from(watchedFolders).orderBy(asc(watchedFolders.path));
  return rows.map(({ path, addedAt, scannedAt, failure }) => ({
    path,
    addedAt: addedAt.toISOString(),
    scannedAt: scannedAt?.toISOString() ?? null,
    failure,
  }));
}

/** Watches a folder from now on. Throws AppError 'invalid' for what is not an absolute path of a readable folder. */
export async function watchFolder(executor: Executor, path: string): Promise<void> {
  const folder = await requireFolder(path);
  await executor.insert(watchedFolders).values({ path: folder }).onConflictDoNothing();
}

/** Stops watching a folder; its tracks stay. Throws AppError 'not-found' for a folder that is not watched. */
export async function unwatchFolder(executor: Executor, path: string): Promise<void> {
  const gone = await executor
    .delete(watchedFolders)
    .where(eq(watchedFolders.path, resolve(path)))
    .returning({ path: watchedFolders.path });
  if (gone.length === 0)
    throw new AppError('not-found', `invalid path: ${path} (this folder is not watched)`);
}

async function requireFolder(path: string): Promise<string> {
  if (!isAbsolute(path)) {
    throw new AppError(
      'invalid',
      `invalid path: ${path} (give the whole path of the folder, from the root on)`,
    );
  }
  const status = await stat(path).catch((error: unknown) => {
    throw new AppError('invalid', `invalid path: ${path} (${plainReason(error)})`, { cause: error });
  });
  if (!status.isDirectory()) throw new AppError('invalid', `invalid path: ${path} (it is not a folder)`);
  return resolve(path);
}
