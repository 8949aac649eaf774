import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { inArray, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { codeOf } from '@/db/databaseError';
import { isConnectionLost, type Executor } from '@/db/open';
import { restoreDatabase } from '@/db/restore';
import { files, importJobs, jobs, type FileOrigin } from '@/db/schema';
import { AppError } from '../../base/errors';
import { fileKey } from '../../jobs/fileKey';
import { fillKeys } from '../import/fillKeys';
import { noteUploads, settleUploads } from '../upload/uploadsFolder';
import type { LibraryPlace } from './backupLibrary';
import { readLibraryNote } from './libraryNote';
import { readRestoreNote, stagingFolder, writeRestoreNote } from './restoreNote';
import { settleRestore } from './settleRestore';
import { layDownFiles, stageFiles } from './stagedFiles';

/** Origins of the files in the data directory's own folders. */
const ownOrigins: FileOrigin[] = ['upload', 'demo'];

/**
 * Puts a backup into this library, also under another data directory. Without `replace` a library that is not
 * empty is refused. Files are copied beside the library's first, rows with their new paths are one transaction, files then
 * go to their places, and uploads that only the replaced library had are deleted: killed at any moment, settleRestore and
 * settleDeletions lead to the library as it was or to the whole backup. Throws AppError.
 */
export async function restoreLibrary(
  place: LibraryPlace,
  folder: string,
  { replace }: { replace: boolean },
): Promise<void> {
  const { database, dataDirectory } = place;
  const from = await readLibraryNote(folder);
  await settleRestore(place, { isOnly: false });
  const mark = randomUUID();
  await beginRestore(dataDirectory, mark);
  const staging = stagingFolder(dataDirectory);
  let replaced: Awaited<ReturnType<typeof noteUploads>> | undefined;
  const before = async (executor: Executor) => {
    replaced = await noteUploads(dataDirectory, await ownPaths(executor));
  };
  const within = async (executor: Executor) => {
    await moveOwnFiles(executor, from, dataDirectory);
    // Change times are of the place the backup was made at: tags are read again here, behind all other work.
    await executor.update(files).set({ changedMs: null, tagReader: 0 });
    await requireOwnNote(dataDirectory, mark);
  };
  try {
    await stageFiles(folder, staging);
    await restoreDatabase(database, join(folder, 'database'), { replace, mark, before, within });
  } catch (error) {
    // Whether the rows were committed is then for settleRestore to find out.
    if (!isConnectionLost(error)) {
      await replaced?.forget();
      await rm(staging, { recursive: true, force: true });
    }
    throw error;
  }
  await layDownFiles(staging, dataDirectory);
  await rm(staging, { recursive: true, force: true });
  if (replaced) await settleUploads(place, replaced);
  await fillKeys(database);
}

/** Where the library's own files lie that have rows. */
async function ownPaths(executor: Executor): Promise<string[]> {
  const ofTracks = await executor
    .select({ path: files.path })
    .from(files)
    .where(inArray(files.origin, ownOrigins));
  const ofJobs = await executor
    .select({ path: importJobs.path })
    .from(importJobs)
    .where(inArray(importJobs.origin, ownOrigins));
  return [...new Set([...ofTracks, ...ofJobs].map(({ path }) => path))];
}

async function beginRestore(dataDirectory: string, mark: string): Promise<void> {
  await writeRestoreNote(dataDirectory, mark).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
    const staging = stagingFolder(dataDirectory);
    throw new AppError(
      'conflict',
      `another restoration is under way (wait for it, or delete ${staging} where none is)`,
    );
  });
}

/** A server that was started meanwhile may have taken this restoration for one that was cut short. */
async function requireOwnNote(dataDirectory: string, mark: string): Promise<void> {
  if ((await readRestoreNote(dataDirectory))?.mark === mark) return;
  throw new AppError('conflict', 'the restoration was given up by a server that started: stop it, try again');
}

/** The rows of files under the old data directory now name them under the new one, and so do their jobs. */
async function moveOwnFiles(executor: Executor, from: string, to: string): Promise<void> {
  if (from === to) return;
  const moved = (path: PgColumn) => sql`${to + sep} || substr(${path}, ${from.length + 2})`;
  for (const table of [files, importJobs]) {
    await executor
      .update(table)
      .set({ path: moved(table.path) })
      .where(sql`${inArray(table.origin, ownOrigins)} and starts_with(${table.path}, ${from + sep})`);
  }
  const now = sql`(select ${importJobs.path} from ${importJobs} where ${importJobs.jobId} = ${jobs.id})`;
  await executor
    .update(jobs)
    .set({ detail: now, exclusiveKey: sql`${fileKey('')} || ${now}` })
    .where(sql`starts_with(${jobs.exclusiveKey}, ${fileKey(from + sep)}) and ${now} <> ${jobs.detail}`);
}
