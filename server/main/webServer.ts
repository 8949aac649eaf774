import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isAppError } from '../base/errors';
import type { Gate } from '../access/gate';
import type { Route } from '../access/route';
import { sendError, type Handler } from '../http/answers';

export interface WebServerParts {
  gate: Gate;
  /** Streams and sign-in, by path; the rest is the pages'. */
  routes: Route[];
  pages: Handler;
  /** Told of every fault that is not an expected answer. */
  onFault: (error: unknown, request: IncomingMessage) => void;
}

/** The HTTP server: the gate first, then streams, then pages. A fault answers one request and ends none. */
export function createWebServer(parts: WebServerParts): Server {
  const server = createServer((request, response) => void answer(parts, request, response));
  // Uploads of hours of music may take long; headers may not.
  server.requestTimeout = 0;
  server.headersTimeout = 30_000;
  return server;
}

async function answer(
  parts: WebServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    await parts.gate.admit(request, response);
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const route = parts.routes.find((candidate) => candidate.path.test(path));
    await (route ? route.handle(request, response) : parts.pages(request, response));
  } catch (error) {
    if (!isAppError(error)) parts.onFault(error, request);
    if (isSignInNeeded(error, request)) redirectToSignIn(request, response);
    else sendError(response, error);
  }
}

/** A person on a page is led to the sign-in page; a tool gets the plain answer. */
function isSignInNeeded(error: unknown, request: IncomingMessage): boolean {
  const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
  return wantsPage && isAppError(error) && error.code === 'signed-out';
}

function redirectToSignIn(request: IncomingMessage, response: ServerResponse): void {
  response.statusCode = 303;
  response.setHeader('Location', `/sign-in?next=${encodeURIComponent(request.url ?? '/')}`);
  response.end();
}
