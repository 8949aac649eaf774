import type { FileHandle } from 'node:fs/promises';
import { sniffContainer } from '@/ml/audio/decode/container';
import { payloadHash } from '@/ml/audio/identity/payloadHash';
import { AppError } from '../base/errors';
import { openImported, timesOf, type ImportedFile } from '../base/importedFile';
import { expectedError } from '../base/fullDisk';
import { installedModel } from '../base/installedModel';
import { openRegularFile } from '../base/openRegularFile';
import type { Cover } from './cover';
import type { OpenFile } from './decodeFile';
import { randomAccess, type ReadListener } from './fileAccess';
import type { FileIdentity } from './fileFacts';
import { identify, type IdentifyQuestion } from './identify';
import { keepCover } from './keepCover';
import { readTags, withoutTags } from './readTags';
import { handlerOf } from './serveAnalysis';

/**
 * Opens a file, finds what it is by its content, and closes it after `work`; one of the library only while it is what was
 * imported. Throws AppError 'unreadable' or 'unsupported' for what is no sound file, and as openImported does.
 */
export async function withSoundFile<T>(
  source: string | ImportedFile,
  work: (file: OpenFile) => Promise<T>,
): Promise<T> {
  const { handle, status } = await (typeof source === 'string'
    ? openRegularFile(source)
    : openImported(source));
  try {
    const sizeBytes = Number(status.size);
    if (sizeBytes === 0) throw new AppError('unreadable', 'the file is empty (0 bytes)');
    const container = await sniffContainer(randomAccess(handle, sizeBytes, () => undefined));
    if (!container)
      throw new AppError('unsupported', 'it is not sound of any kind known here, whatever its name says');
    return await work({
      handle,
      path: typeof source === 'string' ? source : source.path,
      sizeBytes,
      container,
    });
  } finally {
    await handle.close();
  }
}

/** What a file is: the hash of its sound, its tags, and the size and time of the bytes that were read. */
export async function identifyFile(question: IdentifyQuestion, onRead: ReadListener): Promise<FileIdentity> {
  const { path, coverFolder, ignoreTags } = question;
  return withSoundFile(path, async (file) => {
    const times = await bytesNow(file.handle);
    const { handle, sizeBytes, container } = file;
    const hash = await payloadHash(container, randomAccess(handle, sizeBytes, onRead));
    const { cover, ...said } = ignoreTags ? withoutTags(file) : await readTags(file);
    return { payloadHash: hash, ...times, ...said, cover: await keptCover(coverFolder, cover) };
  });
}

/** Where the disk has no room for a picture, the file is of the library without it, and it is read when it is asked for. */
async function keptCover(folder: string | undefined, cover: Cover | null): Promise<string | null> {
  if (folder === undefined) return null;
  try {
    return await keepCover(folder, cover);
  } catch (error) {
    if (expectedError(error)?.code === 'too-large') return null;
    throw error;
  }
}

export const identifyHandler = handlerOf(identify, async (question, onProgress) => ({
  identity: await identifyFile(question, (fraction) => onProgress(fraction, null)),
  modelVersion: installedModel().version,
}));

type FileTimes = Pick<FileIdentity, 'sizeBytes' | 'modifiedMs' | 'changedMs'>;

/** Size of an open file, and when its bytes and its entry were last changed, in whole milliseconds. */
export async function bytesNow(handle: FileHandle): Promise<FileTimes> {
  return timesOf(await handle.stat({ bigint: true }));
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
