import { createServer, ServerResponse, type IncomingMessage, type Server } from 'node:http';
import { AppError, isAppError } from '../base/errors';
import type { Gate } from '../access/gate';
import { callerOf } from '../access/callerHeader';
import { setBareHeaders } from '../access/headers';
import { isOwnOrigin } from '../access/origin';
import type { Route } from '../access/route';
import { longestTarget, readTarget } from '../access/target';
import { refuseUpgrade, takeUpgrades, type UpgradeTaker } from '../access/upgrades';
import { closeUnlessRead, sendError, type Handler } from '../http/answers';
import { bodyKinds, gatherBody, refuseLargeBody, type BodyName } from '../http/bodies';
import { Connections, type ConnectionLimits } from '../http/connections';
import type { Exchange } from '../http/exchange';
import { wantsPage } from '../http/wantsPage';
import { documentAddress } from '../trpc/documentAddress';
import { builtFiles, pagesInTurn } from './pagesInTurn';

export interface WebServerParts {
  gate: Gate;
  /** Streams and sign-in, by path; the rest is the pages'. */
  routes: Route[];
  pages: Handler;
  /** As many connections as an ordinary process may have, where nothing is said. */
  limits?: ConnectionLimits;
  /** Told of every fault that is not an expected answer. */
  onFault: (error: unknown, request: IncomingMessage) => void;
  /** Takes over connections that are to be upgraded: only for the live pages of development. */
  upgrade?: UpgradeTaker['take'];
}

export interface WebServer extends Server {
  /** Takes nothing more, lets answers in progress end for `graceMs`, and destroys every connection. */
  closeWithin(graceMs: number): Promise<void>;
}

/** For a server that is not told how many descriptors it has. */
const usualLimits: ConnectionLimits = { inAll: 1024, byAddress: 256 };

/**
 * How long a connection is kept open without a request, milliseconds: longer than clients and proxies keep theirs, or a
 * request would now and then meet the end of its connection. Whoever is new takes the place of an idle one.
 */
const keptAliveMs = 65_000;
/** How long a request's headers may take, and how often that is looked at; milliseconds. */
const headersMs = 15_000;
const headersCheckMs = 2000;

/** The HTTP server: the gate first, then streams, then pages. A fault answers one request and ends none. */
export function createWebServer(parts: WebServerParts): WebServer {
  const server = createServer({
    // Whether a body comes fast enough is judged by its rate: hours of music take long.
    requestTimeout: 0,
    headersTimeout: headersMs,
    keepAliveTimeout: keptAliveMs,
    connectionsCheckingInterval: headersCheckMs,
  });
  const served = {
    ...parts,
    pages: pagesInTurn(parts.pages, { isDevelopment: parts.upgrade !== undefined }),
  };
  const connections = new Connections(
    server,
    parts.limits ?? usualLimits,
    (exchange) => void answer(served, exchange),
  );
  if (parts.upgrade) {
    const admit = (request: IncomingMessage) => admitUpgrade(parts.gate, request);
    takeUpgrades(server, { admit, take: parts.upgrade });
  }
  return Object.assign(server, { closeWithin: (graceMs: number) => connections.close(graceMs) });
}

async function answer(parts: WebServerParts, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  try {
    setBareHeaders(response);
    closeUnlessRead(request, response);
    refuseMethod(request);
    refuseUpgrade(request, response);
    request.url = readTarget(request.url);
    const path = pathOf(request.url);
    const route = parts.routes.find((candidate) => candidate.path.test(path));
    const body = route?.body ?? (documentAddress.test(path) ? 'document' : 'small');
    exchange.expect(bodyKinds[body]);
    await parts.gate.admit(request, response);
    // They hold nothing private, and Next says how long they may be kept.
    if (builtFiles.test(path)) response.removeHeader('Cache-Control');
    const taken = await takeBody(exchange, body);
    if (exchange.isRefused) return;
    await (route?.handle ?? parts.pages)(taken, response);
  } catch (error) {
    if (isFault(error, exchange)) parts.onFault(error, request);
    if (exchange.isRefused) return;
    if (isSignInNeeded(error) && wantsPage(request)) redirectToSignIn(request, response);
    else sendError(response, error);
  }
}

/** Node's words for an answer that comes when another one has been given. */
const lateAnswers = new Set([
  'ERR_HTTP_HEADERS_SENT',
  'ERR_STREAM_WRITE_AFTER_END',
  'ERR_STREAM_ALREADY_FINISHED',
]);

/** A body that broke off is no fault of the server's, nor is an answer to what was refused in the meantime. */
function isFault(error: unknown, { request, isRefused }: Exchange): boolean {
  if (isAppError(error) || error === request.errored) return false;
  return !(isRefused && error instanceof Error && 'code' in error && lateAnswers.has(String(error.code)));
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

function refuseMethod({ method }: IncomingMessage): void {
  if (!methods.has(method ?? ''))
    throw new AppError('invalid', `invalid method: ${method} (one of ${[...methods].join(', ')})`);
}

const pathOf = (target: string) => new URL(target, 'http://host').pathname;

/** The request with a body that is within its limit, which is asked for where the client waits to be asked. */
async function takeBody({ request, response }: Exchange, body: BodyName): Promise<IncomingMessage> {
  const whole = body === 'file' || callerOf(request.headers) ? body : 'secret';
  if (whole !== 'file') refuseLargeBody(request, whole);
  if (/^100-continue$/i.test(request.headers.expect ?? '')) response.writeContinue();
  return whole === 'file' ? request : gatherBody(request, whole);
}

/** What may take a connection over must also come from a page of this very host: browsers let any page try. */
async function admitUpgrade(gate: Gate, request: IncomingMessage): Promise<void> {
  request.url = readTarget(request.url);
  if (!isOwnOrigin(request)) throw new AppError('forbidden', `invalid Origin: ${request.headers.origin}`);
  await gate.admit(request, new ServerResponse(request));
}

const isSignInNeeded = (error: unknown) => isAppError(error) && error.code === 'signed-out';

function redirectToSignIn(request: IncomingMessage, response: ServerResponse): void {
  const leading = `/sign-in?next=${encodeURIComponent(request.url ?? '/')}`;
  // Where one came from is worth less than the page to sign in.
  const location = leading.length > longestTarget ? '/sign-in' : leading;
  response.writeHead(303, { Location: location }).end();
}
