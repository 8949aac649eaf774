import type { ErrorCode } from '../base/errors';

/**
 * Something the analysis process can be asked to do, known by its name. What it is asked and what it answers are
 * plain data, which go over the channel between the processes. Light: who asks loads nothing of what answers.
 */
export interface AnalysisKind<Input, Answer> {
  readonly name: string;
  /** Never there: it carries the types. */
  readonly types?: { input: Input; answer: Answer };
}

export function analysisKind<Input, Answer>(name: string): AnalysisKind<Input, Answer> {
  return { name };
}

/** Why there is no answer, in plain words. */
export interface AnalysisFailure {
  kind: 'failed';
  code: ErrorCode;
  reason: string;
}

/** The end of one thing asked, as the process tells it. */
export type AnalysisEnd<Answer> = { kind: 'answered'; answer: Answer } | AnalysisFailure;

/** The end of one request, as its client sees it: the process may also have ended, or been told to stop. */
export type AnalysisOutcome<Answer> = AnalysisEnd<Answer> | ProcessDeath | { kind: 'stopped' };

/** The process ended before it answered. */
interface ProcessDeath {
  kind: 'died';
  reason: string;
  /** What it took too much of, where it was ended for that; time also where a disk was asleep. */
  limit?: 'memory' | 'time';
}

/** Told the share of the work done, 0..1, and the length of the sound in seconds as far as it is known. */
export type ProgressListener = (fraction: number, audioSeconds: number | null) => void;
