import { relative } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { eegModels, eegRecordings, eegStudies, studies, studyAnalyses, studyFiles } from '@/db/schema';
import { noteDeletion, type Deletion, type DeletionNote } from '../../base/deletionNote';
import { putAside, putBack, removeAside } from '../../base/putAside';
import type { StudyPlace } from './studyPlace';

type FilesDeletion = Exclude<Deletion, { kind: 'uploads' }>;
type Place = Pick<StudyPlace, 'database' | 'dataDirectory'>;

/** What is deleted, its files and folders, and how its rows are. */
interface Wanted {
  kind: FilesDeletion['kind'];
  id: number;
  paths: string[];
  deleteRows: (executor: Executor) => Promise<unknown>;
}

const tables = {
  study: studies,
  studyFile: studyFiles,
  analysis: studyAnalyses,
  eegStudy: eegStudies,
  eegRecording: eegRecordings,
  eegModel: eegModels,
} as const;

/**
 * Deletes rows in one step, and what lies on disk of them: noted and put aside before, so that the next start ends it where
 * the program is killed on the way, or the disk fails. Throws what `deleteRows` does, and then deletes nothing.
 */
export async function deleteWithFiles(place: Place, { kind, id, paths, deleteRows }: Wanted): Promise<void> {
  const { database, dataDirectory } = place;
  const files = paths.map((path) => relative(dataDirectory, path));
  const note = await noteDeletion(dataDirectory, { kind, id, files });
  try {
    await putAside(dataDirectory, note);
    await database.transaction(deleteRows);
  } catch (error) {
    // Rows may be gone although their end was not heard of. Where that cannot be seen, the next start will.
    await settleFiles(place, note).catch(() => undefined);
    throw error;
  }
  await removeAside(dataDirectory, note);
  await note.forget();
}

/** Ends a deletion that was cut short: what was put aside is deleted if its rows are gone, and put back if they are there. */
export async function settleFiles(
  { database, dataDirectory }: Place,
  note: DeletionNote<FilesDeletion>,
): Promise<void> {
  const { kind, id } = note.deletion;
  const table = tables[kind];
  const rows = await database.$count(table, eq(table.id, id));
  if (rows === 0) await removeAside(dataDirectory, note);
  else await putBack(dataDirectory, note);
  await note.forget();
}
