import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { windowsFolder } from '../eegFolders';

/** Where all windows of a recording lie: those of each measuring, also what was broken off. */
export async function windowsOf(
  dataDirectory: string,
  { studyId, id }: { studyId: number; id: number },
): Promise<string[]> {
  const folder = windowsFolder(dataDirectory, studyId);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.filter((name) => name.startsWith(`${id}-`)).map((name) => join(folder, name));
}
