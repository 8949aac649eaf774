import { eq } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { files } from '@/db/schema';
import { isChangedFile } from '../../base/importedFile';
import { enqueueImport } from './enqueueImport';
import type { NamedFile } from './importRequest';
import { walkPaths, type Obstacle } from './walkPaths';

/** Before imports: somebody is waiting for this one file. */
const askedForPriority = 0;

/** A file of the library as a person brought it. */
export type LibraryFile = Pick<typeof files.$inferSelect, 'path' | 'origin' | 'name'>;

const request = {
  label: 'Changed since they were read',
  again: { failed: false, cancelled: false, removed: false },
};

/**
 * Queues a file of the library that is no longer what was imported. Once for each state of the file: what waits already,
 * or failed with the size and time that it has now, is not queued again.
 */
export async function lookAgain(database: Database, path: string): Promise<void> {
  const [file] = await database
    .select({ origin: files.origin, name: files.name })
    .from(files)
    .where(eq(files.path, path));
  if (!file) return;
  await enqueueImport(database, named([{ path, name: file.name }]), {
    ...{ origin: file.origin, priority: askedForPriority },
    ...request,
  });
}

/** Queues files of the library likewise, among what is imported, as nobody waits for them. */
export async function lookAtAllAgain(database: Database, changed: LibraryFile[]): Promise<void> {
  for (const origin of new Set(changed.map((file) => file.origin))) {
    const ofOrigin = changed.filter((file) => file.origin === origin);
    await enqueueImport(database, named(ofOrigin), { origin, ...request });
  }
}

/** What lies at each path now, under the name that a person gave it. */
async function* named(looked: Pick<LibraryFile, 'path' | 'name'>[]): AsyncGenerator<NamedFile | Obstacle> {
  for (const { path, name } of looked)
    for await (const found of walkPaths([path])) {
      if (found.kind === 'file') yield { ...found, name: name ?? undefined };
      else if (found.path === path) yield found;
    }
}

/** Does `work` with a file of the library; where it is no longer what was imported, has it looked at again. */
export async function withLookAgain<T>(database: Database, path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isChangedFile(error)) await lookAgain(database, path);
    throw error;
  }
}
