import { rm } from 'node:fs/promises';
import { sep } from 'node:path';
import { inArray } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { files } from '@/db/schema';
import { ownFolder } from '../../base/dataFolders';

/** True for a file that is ours to delete: an upload, or a demo piece. */
function isOurs(dataDirectory: string, path: string): boolean {
  const folders = ['uploads', 'demo'] as const;
  return folders.some((name) => path.startsWith(ownFolder(dataDirectory, name) + sep));
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
