import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { leaveOf } from './leaveOf';

/**
 * Answers with all that `stream` gives. Resolves also where whoever asked has gone, which ends the stream; throws what
 * the stream failed with while they were there.
 */
export async function sendStream(stream: Readable, response: ServerResponse): Promise<void> {
  const left = leaveOf(response);
  let fault: unknown;
  stream.once('error', (error) => (fault = left.aborted ? undefined : error));
  await pipeline(stream, response).catch((error: unknown) => {
    if (fault !== undefined || !left.aborted) throw error;
  });
}
