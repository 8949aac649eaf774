import { readlink, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { FilePlace, Way } from './way';
import { wayByHandles } from './wayByHandles';
import { wayByNames } from './wayByNames';

/** A file that is open. */
interface OpenPlace extends FilePlace {
  handle: FileHandle;
}

/**
 * The way on which an open file was reached. A link counts as honest where its maker could have given away no more than what
 * is his own: so whoever may write into a watched folder cannot have files read that only this program's user may read. On
 * Linux it is told by what is open, so that nothing that is swapped meanwhile passes for what it replaced; elsewhere by
 * names. Throws the system's error, and as wayByHandles does.
 */
export async function wayTo(path: string, { handle, dev, ino }: OpenPlace): Promise<Way> {
  const lies = await whereItLies(handle);
  if (lies === resolve(path)) return { isDirect: true, isHonest: true, place: { dev, ino } };
  return lies === undefined ? wayByNames(path) : wayByHandles(path);
}

/** The path of an open file, on which no link lies; undefined where the system does not tell. */
async function whereItLies({ fd }: FileHandle): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  return readlink(`/proc/self/fd/${fd}`).catch(() => undefined);
}
