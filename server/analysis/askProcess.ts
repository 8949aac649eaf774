import { AnalysisClient } from './analysisClient';
import type { AnalysisKind } from './analysisKind';
import { AppError } from '../base/errors';

/**
 * Asks a watched process of its own for one thing of a file, outside of all queues; it ends with the answer.
 *
 * @param what the file or folder that is read, as a fault says it: "ZIP"
 * @throws AppError with which the reading refuses, 'unreadable' where it ended the process
 */
export async function askProcess<Input, Answer>(
  kind: AnalysisKind<Input, Answer>,
  input: Input,
  what: string,
): Promise<Answer> {
  const client = new AnalysisClient();
  try {
    const outcome = await client.request(kind, input);
    if (outcome.kind === 'answered') return outcome.answer;
    if (outcome.kind === 'failed') throw new AppError(outcome.code, outcome.reason);
    const reason = 'reason' in outcome ? outcome.reason : outcome.kind;
    throw new AppError('unreadable', `invalid ${what}: reading it ended the process (${reason})`);
  } finally {
    client.close();
  }
}
