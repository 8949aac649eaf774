import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isBeingWritten } from './cleanUnfinished';

interface KeptFile {
  path: string;
  bytes: number;
  usedMs: number;
}

/**
 * Deletes the files of a folder that were not used for the longest time, by their times of modification, until the
 * rest takes no more than `mostBytes`. The one used last stays in any case: somebody is about to have it; so do those that
 * are being written.
 */
export async function trimFolder(folder: string, mostBytes: number): Promise<void> {
  const found = await Promise.all((await readdir(folder)).map((name) => keptFile(join(folder, name))));
  const kept = found.filter((file) => file !== undefined).sort((a, b) => b.usedMs - a.usedMs);
  let bytes = 0;
  for (const [place, file] of kept.entries()) {
    bytes += file.bytes;
    if (bytes > mostBytes && place > 0 && !isBeingWritten(file.path)) await rm(file.path, { force: true });
  }
}

/** Undefined for one that was deleted meanwhile, as by another call. */
async function keptFile(path: string): Promise<KeptFile | undefined> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { path, bytes: size, usedMs: mtimeMs };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
