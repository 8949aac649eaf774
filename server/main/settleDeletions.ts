import { eq } from 'drizzle-orm';
import { eegModels, eegRecordings, eegStudies, studies, studyAnalyses, studyFiles } from '@/db/schema';
import { notedDeletions, type Deletion } from '../base/deletionNote';
import type { LibraryPlace } from '../catalogue/backup/backupLibrary';
import { deleteUploads } from '../catalogue/upload/uploadsFolder';
import { removeFiles } from '../research/studies/deleteWithFiles';

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

const tables = {
  study: studies,
  studyFile: studyFiles,
  analysis: studyAnalyses,
  eegStudy: eegStudies,
  eegRecording: eegRecordings,
  eegModel: eegModels,
} as const;

async function settle({ database, dataDirectory }: LibraryPlace, deletion: Deletion): Promise<void> {
  if (deletion.kind === 'uploads') return deleteUploads({ database, dataDirectory }, deletion.paths);
  const table = tables[deletion.kind];
  const rows = await database.$count(table, eq(table.id, deletion.id));
  if (rows === 0) await removeFiles(dataDirectory, deletion.files);
}
