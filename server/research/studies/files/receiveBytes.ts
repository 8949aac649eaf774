import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { unfinishedName } from '../../../base/cleanUnfinished';
import { reserveRoom } from '../../../base/diskRoom';
import { AppError } from '../../../base/errors';
import { receiveBody } from '../../../base/receiveBody';

/** The largest file taken, bytes. */
const mostBytes = 8 * 2 ** 30;

/** A body that is being uploaded. */
export interface IncomingBytes {
  /** The length announced in the request; the upload must have just that. */
  declaredBytes: number | undefined;
  body: Readable;
  /** What it leaves free on the disk, bytes. */
  keptFreeBytes?: number;
}

/** Where a body goes. */
interface Destination {
  /** Of the whole it belongs to, on the same disk. */
  folder: string;
  path: string;
  /** As people know it. */
  name: string;
}

/** A line that goes dead before the stream is read must not be an error that nobody hears; reading tells it later. */
export function listenToFaults({ body }: IncomingBytes): void {
  body.once('error', () => undefined);
}

/**
 * Writes an uploaded body to a file, replacing one that is there: whole, of the announced size, or not at all. Returns
 * its size in bytes. Throws AppError 'invalid', 'too-large', 'conflict' or 'unreadable'.
 */
export async function receiveBytes(
  { declaredBytes, body, keptFreeBytes }: IncomingBytes,
  { folder, path, name }: Destination,
): Promise<number> {
  const bytes = requireSize(declaredBytes);
  const room = await reserveRoom({ folder, bytes, told: `content-length: ${bytes}`, keptFreeBytes });
  const incoming = join(folder, 'incoming', unfinishedName('file'));
  try {
    await mkdir(dirname(incoming), { recursive: true });
    await receiveBody(body, { path: incoming, bytes, room });
    await mkdir(dirname(path), { recursive: true });
    await rename(incoming, path).catch((cause: unknown) => {
      throw new AppError('conflict', `invalid name: ${name} (a folder or file is in its way)`, { cause });
    });
  } finally {
    room.release();
    await rm(incoming, { force: true });
  }
  return bytes;
}

function requireSize(declared: number | undefined): number {
  if (declared === undefined || !Number.isSafeInteger(declared) || declared < 0)
    throw new AppError(
      'invalid',
      `invalid content-length: ${declared ?? 'none'} (the size of the file in bytes)`,
    );
  if (declared > mostBytes)
    throw new AppError(
      'too-large',
      `invalid content-length: ${declared} (at most ${mostBytes} bytes are taken)`,
    );
  return declared;
}
