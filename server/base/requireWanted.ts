import { AppError } from './errors';

/** Throws AppError 'unavailable' where nobody waits for an answer any more. */
export function requireWanted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('unavailable', 'the work was given up by its asker');
}
