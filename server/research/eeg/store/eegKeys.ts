/** What the keys of all jobs of a study of EEG begin with. */
export function eegStudyKey(studyId: number): string {
  return `eeg:${studyId}`;
}

/** The key of the job that reads a recording. */
export function recordingKey({ studyId, id }: { studyId: number; id: number }): string {
  return `${eegStudyKey(studyId)}:recording:${id}`;
}

/** The key of the job that trains a model. */
export function modelKey({ studyId, id }: { studyId: number; id: number }): string {
  return `${eegStudyKey(studyId)}:model:${id}`;
}
