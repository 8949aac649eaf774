import { basename } from 'node:path';
import { constants as zlib, gunzipSync } from 'node:zlib';
import { AppError } from '../../../base/errors';
import { openRegularFile } from '../../../base/openRegularFile';
import { plainReason } from '../../../base/plainReason';
import { fileFault } from './fileFault';
import { bestPacking } from './limits';

/** What is known of a file before it is read: enough to tell its kind. */
export interface FileHead {
  path: string;
  /** The last part of the path. */
  name: string;
  sizeBytes: number;
  /** True where it is packed by gzip. */
  packed: boolean;
  /** Its first bytes, unpacked; 4,096 of them where it has so many. */
  bytes: Buffer;
}

const headBytes = 4096;

/**
 * Looks at the beginning of a file.
 * Throws AppError 'unreadable' for what is missing, empty, no plain file or damaged from its first byte on.
 */
export async function readHead(path: string): Promise<FileHead> {
  const { start, sizeBytes } = await readStart(path);
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  if (!packed && /\.gz$/i.test(path)) {
    throw fileFault('unreadable', path, 'it is not packed by gzip, as its name says: copy the file again');
  }
  const bytes = packed ? unpackedStart(path, start) : start;
  return { path, name: basename(path), sizeBytes, packed, bytes: bytes.subarray(0, headBytes) };
}

async function readStart(path: string): Promise<{ start: Buffer; sizeBytes: number }> {
  const { handle, status } = await openRegularFile(path).catch((error: unknown) => {
    throw fileFault('unreadable', path, plainReason(error));
  });
  try {
    const sizeBytes = Number(status.size);
    if (sizeBytes === 0) throw fileFault('unreadable', path, 'it is empty: 0 bytes');
    const start = Buffer.alloc(Math.min(sizeBytes, headBytes));
    const { bytesRead } = await handle.read(start, 0, start.length, 0);
    return { start: start.subarray(0, bytesRead), sizeBytes };
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw fileFault('unreadable', path, plainReason(error));
  } finally {
    await handle.close();
  }
}

/** The start is cut off in the middle, which is no fault here. */
function unpackedStart(path: string, start: Buffer): Buffer {
  try {
    return gunzipSync(start, {
      finishFlush: zlib.Z_SYNC_FLUSH,
      maxOutputLength: start.length * bestPacking + headBytes,
    });
  } catch {
    throw fileFault('unreadable', path, 'its gzip packing is damaged: copy the file again');
  }
}
