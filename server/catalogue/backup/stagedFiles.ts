import { cp, lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ownFolder, ownFolders } from '../../base/dataFolders';
import { reserveRoom } from '../../base/diskRoom';
import { isThere } from '../../base/isThere';

/**
 * Folders that are replaced whole: what lies in them is known by the numbers of rows, which others of the library that
 * is replaced may have had. Files of the others are known by their content or name, and come to lie beside what is there.
 */
const replacedWhole: readonly string[] = ['studies', 'eeg'];

/** Copies a backup's files beside the library's, on the same disk, where nothing sees them yet. Throws AppError 'too-large'. */
export async function stageFiles(backup: string, staging: string): Promise<void> {
  const names = [];
  for (const name of ownFolders) if (await isThere(join(backup, name))) names.push(name);
  const bytes = (await Promise.all(names.map((name) => bytesIn(join(backup, name))))).reduce(
    (a, b) => a + b,
    0,
  );
  const room = await reserveRoom({ folder: staging, bytes, told: `DIR: its files are ${bytes} bytes` });
  try {
    for (const name of replacedWhole) await mkdir(join(staging, name), { recursive: true });
    for (const name of names)
      await cp(join(backup, name), join(staging, name), { recursive: true, preserveTimestamps: true });
  } finally {
    room.release();
  }
}

async function bytesIn(folder: string): Promise<number> {
  let bytes = 0;
  for (const path of await filesIn(folder)) bytes += (await lstat(path)).size;
  return bytes;
}

/** The files below a folder, at any depth. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** Puts staged files where the rows name them. Killed in between, it is simply done again. */
export async function layDownFiles(staging: string, dataDirectory: string): Promise<void> {
  for (const name of ownFolders) {
    const from = join(staging, name);
    if (!(await isThere(from))) continue;
    const to = ownFolder(dataDirectory, name);
    if (replacedWhole.includes(name)) await replace(from, to);
    else await mergeInto(from, to);
  }
}

async function replace(from: string, to: string): Promise<void> {
  await rm(to, { recursive: true, force: true });
  await rename(from, to);
}

async function mergeInto(from: string, to: string): Promise<void> {
  for (const path of await filesIn(from)) {
    const target = join(to, path.slice(from.length + 1));
    await mkdir(dirname(target), { recursive: true });
    await rename(path, target);
  }
}
