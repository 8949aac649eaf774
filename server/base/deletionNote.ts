import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ownIdentity } from '@/db/embedded/processIdentity';
import { cleanUnfinished } from './cleanUnfinished';
import { isFullDisk } from './fullDisk';
import { processShape } from './processNote';

const deletionShape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['study', 'studyFile', 'analysis', 'eegStudy', 'eegRecording', 'eegModel']),
    id: z.number(),
    files: z.array(z.string()),
  }),
  z.object({ kind: z.literal('uploads'), paths: z.array(z.string()) }),
]);

const noteShape = z.object({ process: processShape, deletion: deletionShape });

/**
 * Files that are to go with their rows: files and folders below the data directory, named from there, of what has this id;
 * or uploads that no row names any more.
 */
export type Deletion = z.infer<typeof deletionShape>;

/** A deletion that is noted until its files are gone, under a name that no other has. */
export interface DeletionNote<Kind extends Deletion = Deletion> {
  name: string;
  deletion: Kind;
  forget(): Promise<void>;
}

const notesFolder = (dataDirectory: string) => join(dataDirectory, 'deleting');
const noteFile = (dataDirectory: string, name: string) => join(notesFolder(dataDirectory), `${name}.json`);

/**
 * Notes a deletion before its rows are deleted for good, so that the next start ends it where the program is killed before
 * the files are gone. On a full disk nothing is noted: deleting must not fail there.
 */
export async function noteDeletion<Kind extends Deletion>(
  dataDirectory: string,
  deletion: Kind,
): Promise<DeletionNote<Kind>> {
  const name = randomUUID();
  const file = noteFile(dataDirectory, name);
  const unfinished = `${file}.${process.pid}.part`;
  try {
    await mkdir(notesFolder(dataDirectory), { recursive: true });
    await writeFile(unfinished, JSON.stringify({ process: ownIdentity(), deletion }), { flush: true });
    // Whoever starts beside this process never meets half a note.
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (!isFullDisk(error)) throw error;
  }
  return { name, deletion, forget: () => rm(file, { force: true }) };
}

/** The names of all notes there are; what was being written when its process was killed is cleared away. */
export async function notedNames(dataDirectory: string): Promise<string[]> {
  const folder = notesFolder(dataDirectory);
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  await cleanUnfinished(folder);
  return files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
}

/** A note and who wrote it; undefined where it was forgotten meanwhile. Throws for what is no note of ours. */
export async function readNote(dataDirectory: string, name: string) {
  const file = noteFile(dataDirectory, name);
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const { process: writer, deletion } = noteShape.parse(JSON.parse(text));
  const note: DeletionNote = { name, deletion, forget: () => rm(file, { force: true }) };
  return { writer, note };
}
