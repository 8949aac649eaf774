import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { sniffContainer } from '@/ml/audio/decode/container';
import { payloadHash } from '@/ml/audio/identity/payloadHash';
import { AppError } from '../base/errors';
import { installedModel } from '../base/installedModel';
import type { OpenFile } from './decodeFile';
import { randomAccess, type ReadListener } from './fileAccess';
import type { FileIdentity } from './fileFacts';
import { identify } from './identify';
import { readTags } from './readTags';
import { handlerOf } from './serveAnalysis';

/**
 * Opens a file, finds what it is by its content, and closes it after `work`.
 * Throws AppError 'unreadable' or 'unsupported' for what is no sound file.
 */
export async function withSoundFile<T>(path: string, work: (file: OpenFile) => Promise<T>): Promise<T> {
  // Without NONBLOCK, opening a named pipe would wait for a writer for ever.
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const status = await handle.stat();
    if (!status.isFile()) throw new AppError('unreadable', 'it is a folder or a device, not a file');
    if (status.size === 0) throw new AppError('unreadable', 'the file is empty (0 bytes)');
    const container = await sniffContainer(randomAccess(handle, status.size, () => undefined));
    if (!container)
      throw new AppError('unsupported', 'it is not sound of any kind known here, whatever its name says');
    return await work({ handle, path, sizeBytes: status.size, container });
  } finally {
    await handle.close();
  }
}

/** What a file is: the hash of its sound, its tags, and the size and time of the bytes that were read. */
export async function identifyFile(path: string, onRead: ReadListener): Promise<FileIdentity> {
  return withSoundFile(path, async (file) => {
    const { modifiedMs, changedMs } = await bytesNow(file.handle);
    const { sizeBytes, container } = file;
    const hash = await payloadHash(container, randomAccess(file.handle, sizeBytes, onRead));
    return { payloadHash: hash, sizeBytes, modifiedMs, changedMs, ...(await readTags(path, container)) };
  });
}

export const identifyHandler = handlerOf(identify, async ({ path }, onProgress) => ({
  identity: await identifyFile(path, (fraction) => onProgress(fraction, null)),
  modelVersion: installedModel().version,
}));

type FileTimes = Pick<FileIdentity, 'sizeBytes' | 'modifiedMs' | 'changedMs'>;

/** Size of an open file, and when its bytes and its entry were last changed, in whole milliseconds. */
export async function bytesNow(handle: FileHandle): Promise<FileTimes> {
  const status = await handle.stat({ bigint: true });
  return {
    sizeBytes: Number(status.size),
    modifiedMs: Number(status.mtimeMs),
    changedMs: Number(status.ctimeMs),
  };
}

/** Throws AppError 'unreadable' when the file is not the one that was identified: it was written to meanwhile. */
export async function requireUnchanged({ handle }: OpenFile, identity: FileIdentity): Promise<void> {
  const { sizeBytes, modifiedMs } = await bytesNow(handle);
  if (sizeBytes === identity.sizeBytes && modifiedMs === identity.modifiedMs) return;
  throw new AppError(
    'unreadable',
    'the file was changed while it was read: import it again once it is complete',
  );
}
