import { rm } from 'node:fs/promises';
import { sep } from 'node:path';
import { and, inArray, ne, sql } from 'drizzle-orm';
import type { Database, Executor } from '@/db/open';
import { files, jobs } from '@/db/schema';
import { ownFolder } from '../../base/dataFolders';
import { noteDeletion, type Deletion, type DeletionNote } from '../../base/deletionNote';
import { inChunks } from '../../base/inChunks';
import { fileKey } from '../../jobs/fileKey';

type UploadsNote = DeletionNote<Extract<Deletion, { kind: 'uploads' }>>;
interface Place {
  database: Database;
  dataDirectory: string;
}

/** Files deleted at a time: uploads that arrive wait for so many only. */
const chunkPaths = 20;

/** True for a file that is ours to delete: an upload, or a demo piece. */
function isOurs(dataDirectory: string, path: string): boolean {
  const folders = ['uploads', 'demo'] as const;
  return folders.some((name) => path.startsWith(ownFolder(dataDirectory, name) + sep));
}

/**
 * Waits until no other transaction lays uploads down or deletes them: whether a file is there, and which rows name it, is
 * one look. To be asked for before any row is locked.
 */
export async function holdUploads(executor: Executor): Promise<void> {
  await executor.execute(sql`select pg_advisory_xact_lock(hashtext('circumplex.uploads'))`);
}

/** Notes those of `paths` that are uploads or demo pieces, to be settled once the transaction is over in which rows change. */
export async function noteUploads(dataDirectory: string, paths: string[]): Promise<UploadsNote> {
  const deletion = { kind: 'uploads' as const, paths: paths.filter((path) => isOurs(dataDirectory, path)) };
  if (deletion.paths.length === 0) return { name: '', deletion, forget: () => Promise.resolve() };
  return noteDeletion(dataDirectory, deletion);
}

/** Deletes those of the noted files that no row names: no track has them, and no job is to read them or may be tried again. */
export async function settleUploads({ database, dataDirectory }: Place, note: UploadsNote): Promise<void> {
  const ours = note.deletion.paths.filter((path) => isOurs(dataDirectory, path));
  for await (const chunk of inChunks(ours, chunkPaths))
    await database.transaction(async (transaction) => {
      await holdUploads(transaction);
      const named = await keysNamed(transaction, chunk);
      for (const path of chunk) if (!named.has(fileKey(path))) await rm(path, { force: true });
    });
  await note.forget();
}

/** Of the files at `paths`, the keys of those that a track has, or a job that has not done its work. */
async function keysNamed(executor: Executor, paths: string[]): Promise<Set<string | null>> {
  const held = await executor.select({ path: files.path }).from(files).where(inArray(files.path, paths));
  const wanted = await executor
    .select({ key: jobs.exclusiveKey })
    .from(jobs)
    .where(and(inArray(jobs.exclusiveKey, paths.map(fileKey)), ne(jobs.state, 'done')));
  return new Set([...held.map(({ path }) => fileKey(path)), ...wanted.map(({ key }) => key)]);
}
