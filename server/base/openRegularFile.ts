import { constants, type BigIntStats } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { AppError } from './errors';
import { wayTo } from './honestWay';

/** A file that is open for reading: its bytes are to be read by the handle alone, as the path may lead elsewhere by now. */
export interface RegularFile {
  handle: FileHandle;
  status: BigIntStats;
  /** No link lay on the way to it. */
  isDirect: boolean;
}

/** Without NONBLOCK, opening a named pipe would hold a thread until somebody writes to it. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file for reading without ever waiting for it. Throws AppError 'unreadable' for what is no regular file, or lies
 * behind a link that somebody else made; the system's error where it cannot be opened.
 */
export async function openRegularFile(path: string): Promise<RegularFile> {
  const handle = await open(path, flags);
  try {
    const status = await handle.stat({ bigint: true });
    if (!status.isFile()) throw new AppError('unreadable', 'it is a folder or a device, not a file');
    return { handle, status, isDirect: await requireHonestWay(path, { handle, status }) };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Whether the way was direct. It is followed after the opening, and must lead to what was opened. */
async function requireHonestWay(
  path: string,
  { handle, status }: Pick<RegularFile, 'handle' | 'status'>,
): Promise<boolean> {
  const { dev, ino } = status;
  const { isDirect, isHonest, place } = await wayTo(path, { handle, dev, ino });
  if (place.dev !== dev || place.ino !== ino)
    throw new AppError('unreadable', 'another file was put in its place while it was opened: try again');
  if (!isHonest)
    throw new AppError('unreadable', 'a link that somebody else made leads to it: import the file itself');
  return isDirect;
}
