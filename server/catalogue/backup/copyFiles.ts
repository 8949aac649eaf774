import { cp, mkdir, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { codeOf } from '@/db/databaseError';
import { isBeingWritten } from '../../base/cleanUnfinished';
import { ownFolder, ownFolders } from '../../base/dataFolders';
import { isThere } from '../../base/isThere';
import { isAside } from '../../base/putAside';

/** A file that is away whenever it is copied, and there whenever it is looked for. */
const mostTries = 5;

/**
 * Copies the files that are ours into `backup`, whose folders are open to their owner alone. Work goes on meanwhile: what
 * arrives or is being deleted is left out, and what goes away before its turn is not missed, as its row goes too.
 */
export async function copyFiles(dataDirectory: string, backup: string): Promise<void> {
  for (const name of ownFolders) {
    const from = ownFolder(dataDirectory, name);
    if (await isThere(from)) await copyFolder(from, { root: dataDirectory, backup });
  }
}

interface Copying {
  root: string;
  backup: string;
}

async function copyFolder(from: string, copying: Copying): Promise<void> {
  const { root, backup } = copying;
  const to = join(backup, relative(root, from));
  const entries = await unlessGone(from, () => readdir(from, { withFileTypes: true }));
  if (!entries) return;
  await mkdir(to, { mode: 0o700 });
  for (const entry of entries) {
    const path = join(from, entry.name);
    if (isPassing(relative(root, path), entry.name)) continue;
    if (entry.isDirectory()) await copyFolder(path, copying);
    // Files are known by their times.
    else await unlessGone(path, () => cp(path, join(to, entry.name), { preserveTimestamps: true }));
  }
}

/** True for what has no row: where files arrive, what is being written, what is about to be deleted. */
function isPassing(path: string, name: string): boolean {
  const depth = path.split(sep).length;
  // `uploads/incoming`, and that of each study; further down, names are people's own.
  const isWhereFilesArrive = name === 'incoming' && depth <= 3;
  return isWhereFilesArrive || isAside(name) || (depth === 2 && isBeingWritten(name));
}

/** What `read` gives; undefined where what it reads at `path` is gone. What is there again is read again. */
async function unlessGone<T>(path: string, read: () => Promise<T>): Promise<T | undefined> {
  for (let triesLeft = mostTries - 1; ; triesLeft--) {
    try {
      return await read();
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
      if (!(await isThere(path))) return undefined;
      if (triesLeft === 0) throw error;
    }
  }
}
