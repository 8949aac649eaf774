import { setImmediate as others } from 'node:timers/promises';
import { requireWanted } from './requireWanted';

/** Nobody else waits for longer than about this. */
const pieceMs = 8;

/**
 * Computes something long on the thread that also answers requests: `work` yields wherever it may be interrupted, and in
 * between others have their turn. Throws AppError 'unavailable' once nobody waits for it any more.
 */
export async function inPieces<Result>(
  work: Generator<unknown, Result>,
  signal?: AbortSignal,
): Promise<Result> {
  for (;;) {
    const until = performance.now() + pieceMs;
    while (performance.now() < until) {
      const step = work.next();
      if (step.done) return step.value;
    }
    await others();
    requireWanted(signal);
  }
}
