import { join } from 'node:path';
import { ownFolder } from '../../../base/dataFolders';

/** Where everything of a study of EEG lies that is no row of the database. */
export function eegStudyFolder(dataDirectory: string, studyId: number): string {
  return join(ownFolder(dataDirectory, 'eeg'), String(studyId));
}

/** Where the files lie that were brought to a study. */
export function eegBroughtFolder(dataDirectory: string, studyId: number): string {
  return join(eegStudyFolder(dataDirectory, studyId), 'brought');
}

/** Where the measured windows of a study's recordings lie. */
export function windowsFolder(dataDirectory: string, studyId: number): string {
  return join(eegStudyFolder(dataDirectory, studyId), 'windows');
}

/** The windows of a recording by a job; each measuring has a file of its own, so that none is read half written. */
export function windowsName(recordingId: number, jobId: number): string {
  return `${recordingId}-${jobId}.npy`;
}

/** Where a model's graphs and record lie. */
export function eegModelFolder(
  dataDirectory: string,
  { studyId, id }: { studyId: number; id: number },
): string {
  return join(eegStudyFolder(dataDirectory, studyId), 'models', String(id));
}
