import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AppError } from '../../base/errors';
import { plainReason } from '../../base/plainReason';

/**
 * Fills a new folder: whole at `path`, or not at all. Folders that it lies in are made.
 *
 * @param fill writes into the folder it is given, which is beside `path` until all is done
 * @throws AppError 'conflict' where something is there already, 'unreadable' where it cannot be written, and what `fill`
 *   throws
 */
export async function wholeFolder<T>(path: string, fill: (folder: string) => Promise<T>): Promise<T> {
  const place = resolve(path);
  const unfinished = `${place}.unfinished-${process.pid}`;
  await makeRoom(place, unfinished);
  try {
    const filled = await fill(unfinished);
    await rename(unfinished, place);
    return filled;
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** An empty folder is room enough: whoever made it meant it to be filled. */
async function makeRoom(place: string, unfinished: string): Promise<void> {
  const unwritable = (cause: unknown) =>
    new AppError('unreadable', `invalid folder: ${place} (${plainReason(cause)})`, { cause });
  const found = await readdir(place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw unwritable(error);
  });
  if (found.length > 0)
    throw new AppError(
      'conflict',
      `invalid folder: ${place} (something is in it: remove it, or name a new one)`,
    );
  try {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished, { recursive: true });
  } catch (error) {
    throw unwritable(error);
  }
}
