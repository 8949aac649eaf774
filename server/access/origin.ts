import type { IncomingMessage } from 'node:http';
import { AppError } from '../base/errors';
import { hostName, isLoopback } from './addresses';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A page elsewhere could point its own name at this machine (DNS rebinding): on loopback only loopback
 * names are answered. Beyond loopback the access token guards. Throws AppError 'forbidden'.
 */
export function checkHost(request: IncomingMessage, listeningHost: string): void {
  const name = hostName(request.headers.host);
  if (name === undefined)
    throw new AppError('forbidden', `invalid Host: ${request.headers.host ?? '(none)'}`);
  if (isLoopback(listeningHost) && !isLoopback(name)) {
    throw new AppError('forbidden', `invalid Host: ${name} (this server answers only to loopback names)`);
  }
}

/** Refuses writes sent by a page of another origin; tools that send no Origin are let through. */
export function checkOrigin(request: IncomingMessage): void {
  if (readingMethods.has(request.method ?? 'GET')) return;
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (foreignSite || (origin !== undefined && originHost(origin) !== host)) {
    throw new AppError(
      'forbidden',
      `invalid Origin: ${origin ?? site} (writes are taken from this site's own pages)`,
    );
  }
}

function originHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
