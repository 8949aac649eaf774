import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { windowsFolder } from '../eegFolders';

/** Removes all windows that lie there of a recording but those of one measuring, also what was broken off. */
export async function removeWindows(
  dataDirectory: string,
  { studyId, id }: { studyId: number; id: number },
  kept: string | null = null,
): Promise<void> {
  const folder = windowsFolder(dataDirectory, studyId);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const stem = kept?.replace(/\.npy$/, '.') ?? null;
  for (const name of names)
    if (name.startsWith(`${id}-`) && !(stem !== null && name.startsWith(stem)))
      await rm(join(folder, name), { force: true });
}
