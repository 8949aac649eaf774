import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { inArray, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { z } from 'zod';
import { backupDatabase } from '@/db/backup';
import type { Database, Executor } from '@/db/open';
import { restoreDatabase } from '@/db/restore';
import { files, importJobs, jobs, type FileOrigin } from '@/db/schema';
import { incomingFolder, ownFolder, ownFolders } from '../base/dataFolders';
import { AppError } from '../base/errors';
import { plainReason } from '../base/plainReason';
import { fileKey } from '../jobs/fileKey';
import { fillKeys } from './import/fillKeys';

/** Origins of the files in the data directory's own folders. */
const ownOrigins: FileOrigin[] = ['upload', 'demo'];
const noteName = 'library.json';

const note = z.object({ dataDirectory: z.string().min(1) });

export interface LibraryPlace {
  database: Database;
  dataDirectory: string;
}

/**
 * Copies the whole library into `folder` (made if missing, must be empty): the catalogue, the uploads, the demo
 * music, the added embedding models and surfaces, and studies. Files named by path or found in watched folders are not ours and stay out. Throws AppError.
 */
export async function backupLibrary(
  { database, dataDirectory }: LibraryPlace,
  folder: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const [present] = await readdir(folder);
  if (present !== undefined)
    throw new AppError('invalid', `invalid DIR: ${folder} (must be empty, holds ${present})`);
  await backupDatabase(database, join(folder, 'database'));
  for (const name of ownFolders) {
    await copyFolder(ownFolder(dataDirectory, name), join(folder, name), incomingFolder(dataDirectory));
  }
  await writeFile(join(folder, noteName), `${JSON.stringify({ dataDirectory }, null, 2)}\n`);
}

/**
 * Puts a backup into this library, also under another data directory. Without `replace` a library that is not
 * empty is refused. Throws AppError.
 */
export async function restoreLibrary(
  { database, dataDirectory }: LibraryPlace,
  folder: string,
  { replace }: { replace: boolean },
): Promise<void> {
  const from = await readNote(folder);
  await restoreDatabase(database, join(folder, 'database'), { replace });
  // A study's folder is known by its number, which another study of the library that is replaced may have had.
  await rm(ownFolder(dataDirectory, 'studies'), { recursive: true, force: true });
  for (const name of ownFolders) await copyFolder(join(folder, name), ownFolder(dataDirectory, name));
  await database.transaction((transaction) => moveOwnFiles(transaction, from, dataDirectory));
  // Change times are of the place the backup was made at: tags are read again here, behind all other work.
  await database.update(files).set({ changedMs: null, tagReader: 0 });
  await fillKeys(database);
}

async function readNote(folder: string): Promise<string> {
  try {
    return note.parse(JSON.parse(await readFile(join(folder, noteName), 'utf8'))).dataDirectory;
  } catch (error) {
    const reason = `it is no whole backup: ${plainReason(error)}`;
    throw new AppError('unreadable', `invalid DIR: ${folder} (${reason})`, { cause: error });
  }
}

/** Copies a folder, if there is one, with the times of its files, by which they are known. */
async function copyFolder(from: string, to: string, leaveOut?: string): Promise<void> {
  const isThere = await stat(from).then(
    () => true,
    () => false,
  );
  if (!isThere) return;
  await cp(from, to, { recursive: true, preserveTimestamps: true, filter: (path) => path !== leaveOut });
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
