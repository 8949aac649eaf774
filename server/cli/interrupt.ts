/** Exit status of a program that Ctrl-C ended, as shells have it. */
export const interruptedStatus = 130;

/**
 * Does `work` with a signal that Ctrl-C (or a request to end) aborts, so that the work can be left in order; a
 * second one ends the program at once.
 */
export async function withInterrupt<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interrupt = new AbortController();
  const onSignal = () => {
    if (interrupt.signal.aborted) process.exit(interruptedStatus);
    interrupt.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    return await work(interrupt.signal);
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
}

/** As withInterrupt, for work that throws what its signal says: it then ends as a program that Ctrl-C ended. */
export function untilInterrupted(work: (signal: AbortSignal) => Promise<number>): Promise<number> {
  return withInterrupt((signal) =>
    work(signal).catch((error: unknown) => {
      if (signal.aborted) return interruptedStatus;
      throw error;
    }),
  );
}
