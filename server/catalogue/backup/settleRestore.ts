import { rm } from 'node:fs/promises';
import { restoredMark } from '@/db/restore';
import type { LibraryPlace } from './backupLibrary';
import { isThere } from '../../base/isThere';
import { isUnderWay } from '../../base/processNote';
import { readRestoreNote, stagingFolder } from './restoreNote';
import { layDownFiles } from './stagedFiles';

/** What became of a restoration that was cut short, in words. */
const words = {
  completed: 'a restoration was cut short after its rows were written: its files are in their places now',
  undone: 'a restoration was cut short before its rows were written: the library is as it was before',
};

/**
 * Brings a restoration to its end whose process was killed: its rows are committed or they are not, and its files follow
 * them. Returns what was done, in words; null where there was nothing to do, or where it is still under way.
 *
 * @param isOnly true where no other process can be restoring, so that one whose life cannot be seen is over
 */
export async function settleRestore(
  place: LibraryPlace,
  { isOnly }: { isOnly: boolean },
): Promise<string | null> {
  const { database, dataDirectory } = place;
  const staging = stagingFolder(dataDirectory);
  if (!(await isThere(staging))) return null;
  const note = await readRestoreNote(dataDirectory);
  if (note && isUnderWay(note.process, isOnly)) return null;
  const isCommitted = note !== null && (await restoredMark(database)) === note.mark;
  if (isCommitted) await layDownFiles(staging, dataDirectory);
  await rm(staging, { recursive: true, force: true });
  return isCommitted ? words.completed : words.undone;
}
