import { isAppError, messageOf } from '../base/errors';

/** Longest text of a fault that is shown, in characters. */
const longest = 400;

/**
 * What to tell a person about a thrown thing. A fault of a query is told by its cause: the query's own text, with
 * every value in it, can fill screens.
 */
export function plainFault(error: unknown): string {
  if (isAppError(error)) return error.message;
  let root = error;
  while (root instanceof Error && root.cause instanceof Error) root = root.cause;
  return messageOf(root).slice(0, longest);
}
