import type { ServerResponse } from 'node:http';

/** Aborted where whoever asked has gone, or has had all of the answer. */
export function leaveOf(response: ServerResponse): AbortSignal {
  const leaving = new AbortController();
  if (response.closed) leaving.abort();
  else response.once('close', () => leaving.abort());
  return leaving.signal;
}
