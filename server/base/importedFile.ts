import type { BigIntStats } from 'node:fs';
import { basename } from 'node:path';
import { AppError, isAppError } from './errors';
import { openRegularFile, type RegularFile } from './openRegularFile';

/** A file as it was when it was read into the library. */
export interface ImportedFile {
  path: string;
  sizeBytes: number;
  /** Modification time in whole milliseconds since 1970. */
  modifiedMs: number;
  /** When its entry was last changed (ctime), likewise; null where that was not asked for. */
  changedMs: number | null;
}

/**
 * Opens a file of the library for reading, if what lies there now is what was imported: a regular file of the same size and
 * times. A change of its entry alone, as by a new name or other rights, which nobody can undo, counts where a link lies on
 * the way; where none does it is the file itself that was touched.
 * Throws AppError 'conflict' for a changed file, 'not-found' for one that is gone, 'unreadable' otherwise.
 */
export async function openImported(file: ImportedFile): Promise<RegularFile> {
  const opened = await openRegularFile(file.path).catch((error: unknown) => {
    throw asAppError(error, file);
  });
  if (isAsImported(opened, file)) return opened;
  await opened.handle.close();
  throw changedError(file);
}

/** True for the error of a file that is no longer what was imported. */
export function isChangedFile(error: unknown): boolean {
  return isAppError(error) && error.code === 'conflict' && error.message.includes(changedWords);
}

const changedWords = 'changed since it was read';

function changedError({ path }: ImportedFile): AppError {
  const words = `invalid file: ${basename(path)} (${changedWords}; it is being looked at again: try in a moment)`;
  return new AppError('conflict', words);
}

function isAsImported({ status, isDirect }: RegularFile, file: ImportedFile): boolean {
  const { sizeBytes, modifiedMs, changedMs } = timesOf(status);
  if (sizeBytes !== file.sizeBytes || modifiedMs !== file.modifiedMs) return false;
  return isDirect || changedMs === file.changedMs;
}

/** Size and times of a file, in whole milliseconds. */
export function timesOf({
  size,
  mtimeMs,
  ctimeMs,
}: BigIntStats): Omit<ImportedFile, 'path'> & { changedMs: number } {
  return { sizeBytes: Number(size), modifiedMs: Number(mtimeMs), changedMs: Number(ctimeMs) };
}

/** What stands in the way of a file that was imported: a pipe, a folder or somebody's link is a change like any other. */
function asAppError(error: unknown, file: ImportedFile): AppError {
  if (isAppError(error)) return changedError(file);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new AppError('not-found', 'the file is gone from disk: put it back, or remove the track', {
      cause: error,
    });
  return new AppError('unreadable', `the file cannot be read: ${String(error)}`, { cause: error });
}
