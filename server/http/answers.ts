import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorAnswer } from './errorAnswer';
import { hasBody } from './hasBody';
import { readAway } from './readAway';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Answers with a JSON document. */
export function sendJson(response: ServerResponse, status: number, document: unknown): void {
  response.end(writeHead(response, status, document));
}

/**
 * Answers with what went wrong, in words; cuts the connection when the answer has already begun. Where the body has not
 * come, the connection ends with the answer, and only after its sender had time to read it. `statusOfCause` replaces the
 * status of the error's code.
 */
export function sendError(response: ServerResponse, error: unknown, statusOfCause?: number): void {
  if (response.headersSent) {
    // An answer that has been given whole is not taken back.
    if (!response.writableEnded) response.destroy();
    return;
  }
  const { status: statusOfCode, document } = errorAnswer(error);
  const status = statusOfCause ?? statusOfCode;
  // RFC 9110 wants to be told by which scheme one signs in.
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  if (response.req.complete || !hasBody(response.req)) return sendJson(response, status, document);
  response.write(writeHead(response, status, document));
  void readAway(response.req).then(() => response.end());
}

/** Has the connection end with an answer that is given before the whole body has come: what follows belongs to no request. */
export function closeUnlessRead(request: IncomingMessage, response: ServerResponse): void {
  if (!hasBody(request)) return;
  response.setHeader('Connection', 'close');
  request.once('end', () => {
    if (!response.headersSent) response.removeHeader('Connection');
  });
}

function writeHead(response: ServerResponse, status: number, document: unknown): string {
  const body = JSON.stringify(document);
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  return body;
}
