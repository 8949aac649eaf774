import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createInflate } from 'node:zlib';
import { plainReason } from '../../../../base/plainReason';
import { fileFault } from '../../files/fileFault';

/** A stretch of a file, perhaps packed by zlib. */
export interface FileStretch {
  path: string;
  fromByte: number;
  bytes: number;
  isPacked: boolean;
}

const chunkBytes = 2 ** 18;

/**
 * What a stretch of a file holds, unpacked, a quarter of a megabyte at a time.
 *
 * @throws AppError 'unreadable' where its packing is damaged or ends early, and an AbortError on `signal`
 */
export async function* stretchChunks(stretch: FileStretch, signal?: AbortSignal): AsyncGenerator<Buffer> {
  if (stretch.bytes === 0) return;
  try {
    for await (const chunk of openStretch(stretch, signal)) yield chunk as Buffer;
  } catch (error) {
    if (signal?.aborted) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = code.startsWith('Z_') ? 'its packing is damaged: copy the file again' : plainReason(error);
    throw fileFault('unreadable', stretch.path, reason);
  }
}

function openStretch({ path, fromByte, bytes, isPacked }: FileStretch, signal?: AbortSignal): Readable {
  const end = fromByte + bytes - 1;
  const source = createReadStream(path, { start: fromByte, end, highWaterMark: chunkBytes, signal });
  return isPacked ? pipeline(source, createInflate({ chunkSize: chunkBytes }), () => undefined) : source;
}
