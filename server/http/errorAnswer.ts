import type { ErrorCode } from '../base/errors';
import { expectedError } from '../base/fullDisk';
import { statusOf } from './statusOf';

/** All that is told of a fault that nobody expected; the rest is for the log. */
export const unexpectedFault = 'the server met an unexpected fault: its log says more';

/** What a thrown thing is answered with: an AppError in its own words, a full disk as such, anything else as a fault of the server. */
export function errorAnswer(error: unknown): {
  status: number;
  document: { error: string; code: ErrorCode | 'unexpected' };
} {
  const expected = expectedError(error);
  if (expected)
    return { status: statusOf[expected.code], document: { error: expected.message, code: expected.code } };
  return { status: 500, document: { error: unexpectedFault, code: 'unexpected' } };
}
