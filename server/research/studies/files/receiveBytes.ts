import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, statfs } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AppError, isAppError } from '../../../base/errors';
import { plainReason } from '../../../base/plainReason';

/** The largest file taken, bytes. */
const mostBytes = 8 * 2 ** 30;
/** What an upload leaves free on the disk, bytes. */
const keptFreeBytes = 512 * 2 ** 20;

/** A body that is being uploaded. */
export interface IncomingBytes {
  /** The length announced in the request; the upload must have just that. */
  declaredBytes: number | undefined;
  body: Readable;
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
  { declaredBytes, body }: IncomingBytes,
  { folder, path, name }: Destination,
): Promise<number> {
  const bytes = requireSize(declaredBytes);
  await requireRoom(folder, bytes);
  const incoming = join(folder, 'incoming', randomUUID());
  try {
    await mkdir(dirname(incoming), { recursive: true });
    await writeAll(body, { path: incoming, bytes });
    await mkdir(dirname(path), { recursive: true });
    await rename(incoming, path).catch((cause: unknown) => {
      throw new AppError('conflict', `invalid name: ${name} (a folder or file is in its way)`, { cause });
    });
  } finally {
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

async function requireRoom(folder: string, bytes: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize - bytes >= keptFreeBytes) return;
  throw new AppError(
    'too-large',
    `invalid content-length: ${bytes} (the disk has no room for it: free some space)`,
  );
}

async function writeAll(body: Readable, { path, bytes }: { path: string; bytes: number }): Promise<void> {
  let received = 0;
  const count = new Transform({
    transform(piece: Buffer, _encoding, done) {
      received += piece.length;
      done(received > bytes ? wrongLength(received, bytes) : null, piece);
    },
  });
  try {
    await pipeline(body, count, createWriteStream(path, { flags: 'wx', flush: true }));
  } catch (error) {
    // The line and the disk fail with a code of the system; what has none is a fault of ours.
    if (isAppError(error) || !(error instanceof Error && 'code' in error)) throw error;
    throw new AppError('unreadable', `the upload broke off: ${plainReason(error)}`, { cause: error });
  }
  if (received !== bytes) throw wrongLength(received, bytes);
}

function wrongLength(received: number, bytes: number): AppError {
  return new AppError(
    'invalid',
    `invalid content-length: ${bytes} (${received} bytes or more came: upload it again)`,
  );
}
