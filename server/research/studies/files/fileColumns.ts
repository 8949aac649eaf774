import { and, eq } from 'drizzle-orm';
import { studyFiles } from '@/db/schema';
import { AppError } from '../../../base/errors';
import { askProcess } from '../../../analysis/askProcess';
import { ownedStudy } from '../ownedStudy';
import type { StudyPlace } from '../studyPlace';
import { describeStudyFile } from './describeStudyFile';
import { pathOfFile } from './removeStudyFile';

/** A column of a brought file, before anybody said what it is. */
interface FileColumn {
  name: string;
  unit: string | null;
  /** Over the numbers that are there; null where there are none. */
  mean: number | null;
  standardDeviation: number | null;
}

/** What the columns of a brought file are; none of volumes, whose regions come from a label image. */
export interface FileColumns {
  /** As it is told to people: "BIDS physio". */
  format: string;
  columns: FileColumn[];
}

/**
 * The columns of a brought file of a study of the caller's, read in the watched process.
 * Throws AppError 'not-found', and as the file's reader refuses it.
 */
export async function fileColumns(
  { database, dataDirectory, caller, signal }: StudyPlace & { signal?: AbortSignal },
  studyId: number,
  name: string,
): Promise<FileColumns> {
  await ownedStudy(database, caller, studyId);
  const [file] = await database
    .select()
    .from(studyFiles)
    .where(and(eq(studyFiles.studyId, studyId), eq(studyFiles.name, name)));
  if (!file) throw new AppError('not-found', `invalid file: ${name} (the study has no such file)`);
  const path = pathOfFile(dataDirectory, file);
  const { kind, format, columns } = await askProcess(describeStudyFile, { path }, { what: 'file', signal });
  const isSeries = kind === 'series' || kind === 'ratings';
  return {
    format,
    columns: (isSeries ? columns : []).map(({ name: called, unit, mean, standardDeviation }) => ({
      ...{ name: called, unit, mean, standardDeviation },
    })),
  };
}
