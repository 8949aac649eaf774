import { rm } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import { eegStudies, studies } from '@/db/schema';
import { notedDeletions, type Deletion } from '../base/deletionNote';
import type { LibraryPlace } from '../catalogue/backup/backupLibrary';
import { deleteUploads } from '../catalogue/upload/uploadsFolder';
import { eegStudyFolder } from '../research/eeg/store/eegFolders';
import { studyFolder } from '../research/studies/studyFolder';

/**
 * Ends deletions that were cut short: files whose rows are gone go too, those whose rows are still there stay. Returns how
 * many were noted.
 */
export async function settleDeletions(place: LibraryPlace): Promise<number> {
  const noted = await notedDeletions(place.dataDirectory);
  for (const { deletion, forget } of noted) {
    if (deletion) await settle(place, deletion);
    await forget();
  }
  return noted.length;
}

async function settle({ database, dataDirectory }: LibraryPlace, deletion: Deletion): Promise<void> {
  if (deletion.kind === 'uploads') return deleteUploads({ database, dataDirectory }, deletion.paths);
  const { kind, id } = deletion;
  const isStudy = kind === 'study';
  const rows = isStudy
    ? await database.$count(studies, eq(studies.id, id))
    : await database.$count(eegStudies, eq(eegStudies.id, id));
  const folder = isStudy ? studyFolder(dataDirectory, id) : eegStudyFolder(dataDirectory, id);
  if (rows === 0) await rm(folder, { recursive: true, force: true });
}
