import type { Hash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReservedRoom } from './diskRoom';
import { AppError, isAppError } from './errors';
import { expectedError } from './fullDisk';
import { plainReason } from './plainReason';

/** After a refusal the sender may be in the middle of its body: so much of the rest is taken and dropped. */
const mostDroppedBytes = 64 * 2 ** 20;

/** A body that is to become a file. */
export interface IncomingFile {
  /** Where it is written; there must be none. */
  path: string;
  /** The length that it must have. */
  bytes: number;
  room: ReservedRoom;
  /** Told of every piece. */
  hash?: Hash;
}

/**
 * Writes an uploaded body to a new file, which must bring just `bytes` bytes. A body that is refused midway is not cut
 * off, so that its sender reads the answer.
 *
 * @throws AppError 'invalid' for another length, 'too-large' where the disk is full, 'unreadable' where it breaks off
 */
export async function receiveBody(body: Readable, file: IncomingFile): Promise<void> {
  // Opened before anything can fail: a file that a stream is still opening would appear after its removal.
  const handle = await open(file.path, 'wx');
  let received = 0;
  async function* pieces() {
    for await (const piece of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      received += piece.length;
      if (received > file.bytes) throw wrongLength(received, file.bytes);
      await file.room.use(piece.length);
      file.hash?.update(piece);
      yield piece;
    }
  }
  try {
    await pipeline(pieces, handle.createWriteStream({ flush: true }));
  } catch (error) {
    dropRest(body);
    throw toldFault(error);
  }
  if (received !== file.bytes) throw wrongLength(received, file.bytes);
}

/** The line and the disk fail with a code of the system; what has none is a fault of ours. */
function toldFault(error: unknown): unknown {
  const isOurs = isAppError(error) || !(error instanceof Error && 'code' in error);
  if (isOurs) return error;
  const expected = expectedError(error);
  return (
    expected ?? new AppError('unreadable', `the upload broke off: ${plainReason(error)}`, { cause: error })
  );
}

/** Reads on without keeping anything; who sends far too much is cut off. */
function dropRest(body: Readable): void {
  let dropped = 0;
  body.on('error', () => undefined);
  body.on('data', (piece: Buffer) => {
    dropped += piece.length;
    if (dropped > mostDroppedBytes) body.destroy();
  });
}

function wrongLength(received: number, bytes: number): AppError {
  return new AppError(
    'invalid',
    `invalid content-length: ${bytes} (${received} bytes or more came: upload it again)`,
  );
}
