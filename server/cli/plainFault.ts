import { codeOf } from '@/db/databaseError';
import { messageOf } from '../base/errors';
import { expectedError } from '../base/fullDisk';

/** Longest text of a fault that is shown, in characters. */
const longest = 400;

/** An SQLSTATE, by which Postgres says what went wrong. */
const sqlState = /^[0-9A-Z]{5}$/;

/** What to tell a person about a thrown thing; of a fault of a query its code alone, for its text holds rows. */
export function plainFault(error: unknown): string {
  const expected = expectedError(error);
  if (expected) return expected.message;
  const code = codeOf(error) ?? '';
  if (sqlState.test(code)) return `the database met an unexpected fault (SQLSTATE ${code})`;
  let root = error;
  while (root instanceof Error && root.cause instanceof Error) root = root.cause;
  return messageOf(root).slice(0, longest);
}
