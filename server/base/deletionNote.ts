import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isFullDisk } from './fullDisk';

const shape = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(['study', 'studyFile', 'analysis', 'eegStudy', 'eegRecording', 'eegModel']),
    id: z.number(),
    files: z.array(z.string()),
  }),
  z.object({ kind: z.literal('uploads'), paths: z.array(z.string()) }),
]);

/**
 * Files that are to go once their rows are gone: files and folders below the data directory, named from there, of what has
 * this id; or uploads that hold no track any more.
 */
export type Deletion = z.infer<typeof shape>;

const notesFolder = (dataDirectory: string) => join(dataDirectory, 'deleting');

/**
 * Notes a deletion before its rows are deleted for good, so that the next start ends it where the program is killed before
 * the files are gone. Returns what forgets it once they are. On a full disk nothing is noted: deleting must not fail there.
 */
export async function noteDeletion(dataDirectory: string, deletion: Deletion): Promise<() => Promise<void>> {
  const path = join(notesFolder(dataDirectory), `${randomUUID()}.json`);
  try {
    await mkdir(notesFolder(dataDirectory), { recursive: true });
    await writeFile(path, JSON.stringify(deletion), { flush: true });
  } catch (error) {
    if (!isFullDisk(error)) throw error;
  }
  return () => rm(path, { force: true });
}

/** What was noted and not forgotten; notes that were cut short are of deletions whose rows are still there. */
export async function notedDeletions(
  dataDirectory: string,
): Promise<{ deletion: Deletion | null; forget: () => Promise<void> }[]> {
  const folder = notesFolder(dataDirectory);
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      return { deletion: parsed(await readFile(path, 'utf8')), forget: () => rm(path, { force: true }) };
    }),
  );
}

function parsed(text: string): Deletion | null {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
