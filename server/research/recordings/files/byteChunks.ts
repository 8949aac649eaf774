import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { openRegularFile } from '../../../base/openRegularFile';
import { plainReason } from '../../../base/plainReason';
import { fileFault } from './fileFault';
import type { FileHead } from './fileHead';

const chunkBytes = 2 ** 18;

/**
 * The bytes of a file in order, unpacked where it is packed, a quarter of a megabyte at a time.
 *
 * @throws AppError 'unreadable' where the packing is damaged or ends early, and an AbortError on `signal`.
 */
export async function* byteChunks(file: FileHead, signal?: AbortSignal): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of await openStream(file, signal)) yield chunk as Buffer;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw fileFault('unreadable', file.path, reasonOf(error));
  }
}

async function openStream({ path, packed }: FileHead, signal?: AbortSignal): Promise<Readable> {
  const { handle } = await openRegularFile(path);
  const source = createReadStream(path, { fd: handle, highWaterMark: chunkBytes, signal });
  if (!packed) return source;
  // Ends of both streams reach whoever reads the unpacked one.
  return pipeline(source, createGunzip({ chunkSize: chunkBytes }), () => undefined);
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') return 'its gzip packing ends early: copy the file again';
  if (code.startsWith('Z_')) return 'its gzip packing is damaged: copy the file again';
  return plainReason(error);
}
