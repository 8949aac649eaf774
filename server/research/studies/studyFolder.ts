import { join } from 'node:path';
import { ownFolder } from '../../base/dataFolders';

/** Where everything of a study lies that is no row of the database. */
export function studyFolder(dataDirectory: string, studyId: number): string {
  return join(ownFolder(dataDirectory, 'studies'), String(studyId));
}

/** Where a study's series lie, as NPY files. */
export function seriesFolder(dataDirectory: string, studyId: number): string {
  return join(studyFolder(dataDirectory, studyId), 'series');
}

/** Where the files lie that were uploaded to a study. */
export function broughtFolder(dataDirectory: string, studyId: number): string {
  return join(studyFolder(dataDirectory, studyId), 'brought');
}

/** Where the answers of a study's analyses lie. */
export function analysesFolder(dataDirectory: string, studyId: number): string {
  return join(studyFolder(dataDirectory, studyId), 'analyses');
}

/** Where the whole answer of an analysis lies. */
export function resultFile(dataDirectory: string, { studyId, id }: { studyId: number; id: number }): string {
  return join(analysesFolder(dataDirectory, studyId), `${id}.json`);
}
