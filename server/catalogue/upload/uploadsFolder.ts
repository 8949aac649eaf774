import { rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { inArray } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { files } from '@/db/schema';

/** Where uploaded files lie, named by their content. */
export function uploadsFolder(dataDirectory: string): string {
  return join(dataDirectory, 'uploads');
}

/** Where uploads lie while they arrive. */
export function incomingFolder(dataDirectory: string): string {
  return join(uploadsFolder(dataDirectory), 'incoming');
}

/** True for a file that is ours to delete: an upload, or a demo piece. */
function isOurs(dataDirectory: string, path: string): boolean {
  const folders = [uploadsFolder(dataDirectory), join(dataDirectory, 'demo')];
  return folders.some((folder) => path.startsWith(folder + sep));
}

/** Deletes those of `paths` from disk that are uploads or demo pieces and hold no track any more; others stay. */
export async function deleteUploads(
  { database, dataDirectory }: { database: Database; dataDirectory: string },
  paths: string[],
): Promise<void> {
  const ours = paths.filter((path) => isOurs(dataDirectory, path));
  if (ours.length === 0) return;
  const held = await database.select({ path: files.path }).from(files).where(inArray(files.path, ours));
  const keep = new Set(held.map(({ path }) => path));
  for (const path of ours) if (!keep.has(path)) await rm(path, { force: true });
}
