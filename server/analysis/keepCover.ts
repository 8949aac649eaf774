import { createHash } from 'node:crypto';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { requireFreeSpace } from '../base/freeSpace';
import { trimFolder } from '../base/trimFolder';
import { writeWhole } from '../base/writeWhole';
import type { Cover } from './cover';
import { noCover } from './coverTypes';

/** What is kept of pictures, bytes; those kept first go first, and are read again when asked for. */
const mostKeptBytes = 2 * 1024 ** 3;
/** How much is written before the folder is looked through again, bytes. */
const trimStepBytes = 64 * 2 ** 20;

/** What this process has written since it looked through the folder; it has not yet, and others wrote before. */
let writtenBytes = Infinity;

/**
 * Keeps a picture in `folder` under the hash of its bytes. Returns the name of its file there; `noCover` for none.
 * Throws AppError 'too-large' where the disk has no room for it, and the system's error where it cannot be written.
 */
export async function keepCover(
  folder: string,
  cover: Cover | null,
  mostBytes: number = mostKeptBytes,
): Promise<string> {
  if (!cover) return noCover;
  const name = `${createHash('sha256').update(cover.bytes).digest('hex')}.${cover.ending}`;
  const path = join(folder, name);
  const isKept = await access(path).then(
    () => true,
    () => false,
  );
  if (isKept) return name;
  await mkdir(folder, { recursive: true });
  await requireFreeSpace(folder, cover.bytes.length);
  await writeWhole(path, cover.bytes);
  await trimNowAndThen(folder, cover.bytes.length, mostBytes);
  return name;
}

/** To look through a folder of many pictures takes much longer than to write one. */
async function trimNowAndThen(folder: string, bytes: number, mostBytes: number): Promise<void> {
  writtenBytes += bytes;
  if (writtenBytes < Math.min(trimStepBytes, mostBytes)) return;
  writtenBytes = 0;
  await trimFolder(folder, mostBytes);
}
