import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorAnswer } from './errorAnswer';

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

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
  const { status, document } = errorAnswer(error);
  // RFC 9110 wants to be told by which scheme one signs in.
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  sendJson(response, status, document);
}
