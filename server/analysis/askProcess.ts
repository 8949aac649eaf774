import { AnalysisClient } from './analysisClient';
import type { AnalysisKind } from './analysisKind';
import { AppError } from '../base/errors';
import { Turns } from '../base/turns';

/** Each takes a process of up to 1.5 GB. */
const turns = new Turns({ atOnce: 2, mostWaiting: 32, what: 'files' });

/** What is read, and for whom. */
export interface ProcessWish {
  /** The file or folder that is read, as a fault says it: "ZIP". */
  what: string;
  /** Aborted when whoever asked has gone: then it ends. */
  signal?: AbortSignal;
}

/**
 * Asks a watched process of its own for one thing of a file, outside of the queue of jobs, in turn with all others who do; it
 * ends with the answer.
 *
 * @throws AppError with which the reading refuses, 'unreadable' where it ended the process, 'too-many' where too many wait,
 *   'unavailable' where it was stopped
 */
export function askProcess<Input, Answer>(
  kind: AnalysisKind<Input, Answer>,
  input: Input,
  wish: ProcessWish,
): Promise<Answer> {
  return turns.run(() => ask(kind, input, wish), wish.signal);
}

async function ask<Input, Answer>(
  kind: AnalysisKind<Input, Answer>,
  input: Input,
  { what, signal }: ProcessWish,
): Promise<Answer> {
  const client = new AnalysisClient();
  try {
    const outcome = await client.request(kind, input, { signal });
    if (outcome.kind === 'answered') return outcome.answer;
    if (outcome.kind === 'failed') throw new AppError(outcome.code, outcome.reason);
    if (outcome.kind === 'stopped')
      throw new AppError('unavailable', `the reading of the ${what} was stopped`);
    throw new AppError('unreadable', `invalid ${what}: reading it ended the process (${outcome.reason})`);
  } finally {
    client.close();
  }
}
