import { notedNames, readNote } from '../base/deletionNote';
import { isUnderWay } from '../base/processNote';
import type { LibraryPlace } from '../catalogue/backup/backupLibrary';
import { settleUploads } from '../catalogue/upload/uploadsFolder';
import { settleFiles } from '../research/studies/deleteWithFiles';

/** How to settle. */
interface Settling {
  /** True where no other process can be deleting, so that one whose life cannot be seen is over. */
  isOnly: boolean;
  /** Told of a note that cannot be settled. It stays, and the others are settled. */
  onFault: (error: unknown, name: string) => void;
}

/**
 * Ends deletions whose process was killed: files whose rows are gone go too, those whose rows are still there stay. Returns
 * how many were ended.
 */
export async function settleDeletions(place: LibraryPlace, { isOnly, onFault }: Settling): Promise<number> {
  let ended = 0;
  for (const name of await notedNames(place.dataDirectory)) {
    try {
      if (await settle(place, { name, isOnly })) ended++;
    } catch (error) {
      onFault(error, name);
    }
  }
  return ended;
}

async function settle(
  place: LibraryPlace,
  { name, isOnly }: { name: string; isOnly: boolean },
): Promise<boolean> {
  const read = await readNote(place.dataDirectory, name);
  if (!read || isUnderWay(read.writer, isOnly)) return false;
  const { deletion, ...note } = read.note;
  if (deletion.kind === 'uploads') await settleUploads(place, { ...note, deletion });
  else await settleFiles(place, { ...note, deletion });
  return true;
}
