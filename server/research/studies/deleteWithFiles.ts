import { rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Executor } from '@/db/open';
import { noteDeletion, type Deletion } from '../../base/deletionNote';
import type { StudyPlace } from './studyPlace';

/** What is deleted, its files and folders, and how its rows are. */
interface Wanted {
  kind: Exclude<Deletion['kind'], 'uploads'>;
  id: number;
  paths: string[];
  deleteRows: (executor: Executor) => Promise<unknown>;
}

/**
 * Deletes rows in one step, and then what lies on disk of them: noted before, so that the next start ends it where the
 * program is killed between the two. Throws what `deleteRows` does, and then deletes nothing.
 */
export async function deleteWithFiles(
  { database, dataDirectory }: Pick<StudyPlace, 'database' | 'dataDirectory'>,
  { kind, id, paths, deleteRows }: Wanted,
): Promise<void> {
  const files = paths.map((path) => relative(dataDirectory, path));
  const forget = await noteDeletion(dataDirectory, { kind, id, files });
  try {
    await database.transaction(deleteRows);
    await removeFiles(dataDirectory, files);
  } finally {
    // Kept any longer, a note might meet what was brought anew by the same name.
    await forget();
  }
}

/** Removes files and folders that are named from the data directory; those that are not there are no fault. */
export async function removeFiles(dataDirectory: string, files: readonly string[]): Promise<void> {
  for (const file of files) await rm(join(dataDirectory, file), { recursive: true, force: true });
}
