import { AnalysisClient } from '../../analysis/analysisClient';
import type { AnalysisKind } from '../../analysis/analysisKind';
import { AppError } from '../../base/errors';
import { Turns } from '../../base/turns';

/** A page asks for some dozens; who waits behind a hundred has gone on to other music. */
const turns = new Turns({ atOnce: 1, mostWaiting: 100, what: 'sections' });

/**
 * Asks a watched process for one thing of a track, after what was asked before: a page wants many sections at once, and
 * all of them decoded together would take the whole machine.
 *
 * @throws AppError with which the reading refuses, 'unreadable' where it ended the process, 'unavailable' where it was
 *   stopped, 'too-many' where too many wait
 */
export function askInTurn<Input, Answer>(
  kind: AnalysisKind<Input, Answer>,
  input: Input,
  signal?: AbortSignal,
): Promise<Answer> {
  return turns.run(() => ask(kind, input, signal), signal);
}

async function ask<Input, Answer>(
  kind: AnalysisKind<Input, Answer>,
  input: Input,
  signal?: AbortSignal,
): Promise<Answer> {
  const client = new AnalysisClient();
  try {
    const outcome = await client.request(kind, input, { signal });
    if (outcome.kind === 'answered') return outcome.answer;
    if (outcome.kind === 'failed')
      throw new AppError(outcome.code, `the track cannot be heard: ${outcome.reason}`);
    if (outcome.kind === 'stopped')
      throw new AppError('unavailable', 'the decoding of the track was stopped');
    throw new AppError(
      'unreadable',
      `the track cannot be heard: reading it ended the process (${outcome.reason})`,
    );
  } finally {
    client.close();
  }
}
