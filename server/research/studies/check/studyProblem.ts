/** What may be wrong with a study's data. */
type StudyProblemCode =
  | 'not-finite'
  | 'constant'
  | 'no-tr'
  | 'tr'
  | 'length'
  | 'regions'
  | 'duplicate'
  | 'no-run'
  | 'no-recordings'
  | 'no-feature'
  | 'left-out'
  | 'file';

/** One thing that is wrong with a study's data, in words that name participant, run, region and value. */
export interface StudyProblem {
  /** 'refused': the series takes part in no analysis; 'warning': it does, and the reader should know. */
  severity: 'refused' | 'warning';
  code: StudyProblemCode;
  /** The series it is about, and whose; null where it is about none. */
  seriesId: number | null;
  participant: string | null;
  stimulus: string | null;
  region: string | null;
  /** "invalid recording of sub-33, story, region LATL: every sample is 0 (leave the run out, or bring it anew)". */
  message: string;
}
