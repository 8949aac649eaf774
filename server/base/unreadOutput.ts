/**
 * Has output that nobody reads any more do no harm: a terminal that was closed, or a `head` that has seen enough, breaks
 * the pipe, and a fault that is told there breaks it again.
 */
export function bearUnreadOutput(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
