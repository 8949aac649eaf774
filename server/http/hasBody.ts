import type { IncomingMessage } from 'node:http';

/** Whether a body belongs to the request, however long. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
