import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ownIdentity } from '@/db/embedded/processIdentity';
import { processShape } from '../../base/processNote';

/** Where the files of a restoration wait until its rows are committed. */
export const stagingFolder = (dataDirectory: string) => join(dataDirectory, 'restoring');

const noteFile = (dataDirectory: string) => join(stagingFolder(dataDirectory), 'note.json');

const shape = z.object({
  /** Stands in the database once the rows are committed. */
  mark: z.uuid(),
  process: processShape,
});

/** A restoration that was begun, and by whom. */
type RestoreNote = z.infer<typeof shape>;

/** Begins a restoration. Throws an error of code EEXIST where one is begun. */
export async function writeRestoreNote(dataDirectory: string, mark: string): Promise<void> {
  await mkdir(stagingFolder(dataDirectory));
  const note: RestoreNote = { mark, process: ownIdentity() };
  await writeFile(noteFile(dataDirectory), JSON.stringify(note), { flush: true });
}

/** The restoration that was begun here; null where its note is not whole. */
export async function readRestoreNote(dataDirectory: string): Promise<RestoreNote | null> {
  const text = await readFile(noteFile(dataDirectory), 'utf8').catch(() => '');
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
