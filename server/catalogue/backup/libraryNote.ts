import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../base/errors';
import { plainReason } from '../../base/plainReason';

/** The note of a whole backup. */
export const noteName = 'library.json';

const note = z.object({ dataDirectory: z.string().min(1) });

/** The data directory that a backup was made of. Throws AppError 'unreadable' for a backup that is not whole. */
export async function readLibraryNote(folder: string): Promise<string> {
  try {
    return note.parse(JSON.parse(await readFile(join(folder, noteName), 'utf8'))).dataDirectory;
  } catch (error) {
    const reason = `it is no whole backup: ${plainReason(error)}`;
    throw new AppError('unreadable', `invalid DIR: ${folder} (${reason})`, { cause: error });
  }
}
