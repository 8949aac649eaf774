import { writeParameters } from '../url/parameters';

/** Addresses of the pages of EEG studies, and of what can be downloaded and sent. */
export const eegStudyLink = (studyId: number): string => `/research/eeg/${studyId}`;

export const eegRecordingLink = (studyId: number, recordingId: number): string =>
  `${eegStudyLink(studyId)}/recordings/${recordingId}`;

export const eegModelLink = (studyId: number, modelId: number): string =>
  `${eegStudyLink(studyId)}/models/${modelId}`;

/** The page that finds music by EEG, with a recording and a model chosen where they are given. */
export function eegQueryLink(studyId: number, chosen: { recording?: number; model?: number } = {}): string {
  const { recording = null, model = null } = chosen;
  const parameters = writeParameters({ recording, model }).toString();
  return `${eegStudyLink(studyId)}/query${parameters === '' ? '' : `?${parameters}`}`;
}
