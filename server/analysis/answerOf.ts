import { AppError } from '../base/errors';
import type { AnalysisOutcome } from './analysisKind';

/**
 * The answer to a request, for who has no use for the ways in which there can be none. Throws AppError with the
 * failure's code, or 'unavailable' where the process ended or was stopped.
 */
export function answerOf<Answer>(outcome: AnalysisOutcome<Answer>): Answer {
  if (outcome.kind === 'answered') return outcome.answer;
  if (outcome.kind === 'failed') throw new AppError(outcome.code, outcome.reason);
  throw new AppError('unavailable', 'reason' in outcome ? outcome.reason : 'the work was stopped');
}
