import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf } from '@/db/databaseError';
import { isOfAnother } from './cleanUnfinished';
import { incomingFolder, ownFolder } from './dataFolders';

/**
 * Deletes what broken-off uploads of an earlier run left behind, to the library and to studies; what the command line
 * receives meanwhile stays. Call before uploads are taken.
 */
export async function cleanIncoming(dataDirectory: string): Promise<void> {
  await cleanArrivals(incomingFolder(dataDirectory));
  for (const kind of ['studies', 'eeg'] as const) {
    const folder = ownFolder(dataDirectory, kind);
    for (const study of await namesIn(folder)) await cleanArrivals(join(folder, study, 'incoming'));
  }
}

async function cleanArrivals(folder: string): Promise<void> {
  for (const name of await namesIn(folder))
    if (!isOfAnother(name)) await rm(join(folder, name), { recursive: true, force: true });
}

/** None where there is no such folder. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return [];
    throw error;
  });
}
