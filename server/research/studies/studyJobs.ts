/** What the keys of all jobs of a study begin with; work on its data has just this one, so that it goes one by one. */
export function studyKey(studyId: number): string {
  return `study:${studyId}`;
}

/** The key of the job that computes an analysis. */
export function analysisKey({ studyId, id }: { studyId: number; id: number }): string {
  return `${studyKey(studyId)}:analysis:${id}`;
}
