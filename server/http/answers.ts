import type { IncomingMessage, ServerResponse } from 'node:http';
import { isAppError, messageOf, type ErrorCode } from '../base/errors';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The HTTP status of each error code. */
export const statusOf: Record<ErrorCode, number> = {
  invalid: 400,
  'not-found': 404,
  forbidden: 403,
  'too-many': 429,
  'too-large': 413,
  conflict: 409,
  unsupported: 415,
  unreadable: 422,
  unavailable: 503,
};

/** Answers with a JSON document. */
export function sendJson(response: ServerResponse, status: number, document: unknown): void {
  const body = JSON.stringify(document);
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.end(body);
}

/** Answers with what went wrong, in words; cuts the connection when the answer has already begun. */
export function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const known = isAppError(error);
  sendJson(response, known ? statusOf[error.code] : 500, {
    error: known ? messageOf(error) : 'the server met an unexpected fault: its log says more',
    code: known ? error.code : 'unexpected',
  });
}
