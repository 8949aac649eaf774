import { rm } from 'node:fs/promises';
import { processState } from '@/db/embedded/processIdentity';
import { restoredMark } from '@/db/restore';
import type { LibraryPlace } from './backupLibrary';
import { existing } from './existing';
import { readRestoreNote, stagingFolder, type RestoreNote } from './restoreNote';
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
  if (!(await existing(staging))) return null;
  const note = await readRestoreNote(dataDirectory);
  if (note && isUnderWay(note, isOnly)) return null;
  const isCommitted = note !== null && (await restoredMark(database)) === note.mark;
  if (isCommitted) await layDownFiles(staging, dataDirectory);
  await rm(staging, { recursive: true, force: true });
  return isCommitted ? words.completed : words.undone;
}

function isUnderWay({ process: begun }: RestoreNote, isOnly: boolean): boolean {
  const state = processState(begun);
  return state === 'alive' || (state === 'unknown' && !isOnly);
}
