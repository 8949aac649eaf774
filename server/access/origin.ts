import type { IncomingMessage } from 'node:http';
import { AppError } from '../base/errors';
import type { Settings } from '../base/settings';
import { hostName, isLoopback } from './addresses';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A page elsewhere could point its own name at this machine (DNS rebinding): on loopback only loopback
 * names are answered, and that of the proxy in front. Beyond loopback the access token guards. Throws AppError 'forbidden'.
 */
export function checkHost(
  request: IncomingMessage,
  { host, publicOrigin }: Pick<Settings, 'host' | 'publicOrigin'>,
): void {
  const name = hostName(request.headers.host);
  if (name === undefined)
    throw new AppError('forbidden', `invalid Host: ${request.headers.host ?? '(none)'}`);
  if (publicOrigin !== undefined && name === new URL(publicOrigin).hostname) return;
  if (isLoopback(host) && !isLoopback(name)) {
    throw new AppError(
      'forbidden',
      `invalid Host: ${name} (this server answers only to loopback names; behind a proxy set PUBLIC_URL)`,
    );
  }
}

/** Paths of which a page of another site may not even have the answer made: they are not pages to look at. */
const notPages = /^\/(api|_next)(\/|$)/;

/**
 * Refuses what a page of another origin sends or embeds. From elsewhere a person may only follow a link to a page;
 * tools that send neither Origin nor Sec-Fetch-Site are let through. Throws AppError 'forbidden'.
 */
export function checkOrigin(request: IncomingMessage, publicOrigin?: string): void {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const isForeign = site !== undefined && site !== 'same-origin' && site !== 'none';
  if (readingMethods.has(request.method ?? 'GET')) {
    if (isForeign && !isVisit(request))
      throw new AppError(
        'forbidden',
        `invalid Sec-Fetch-Site: ${site} (from other sites only pages are opened)`,
      );
    return;
  }
  if (isForeign || !isOwnOrigin(request, publicOrigin)) {
    throw new AppError(
      'forbidden',
      `invalid Origin: ${origin ?? site} (writes are taken from this site's own pages)`,
    );
  }
}

/** True where no page asks, or a page of this very host, or of the proxy's in front. */
export function isOwnOrigin({ headers: { origin, host } }: IncomingMessage, publicOrigin?: string): boolean {
  if (origin === undefined || origin === publicOrigin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** A person who follows a link to a page in a tab of its own, as against a script, a picture or a frame that asks. */
function isVisit({ method, headers, url }: IncomingMessage): boolean {
  const opensTab = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return opensTab && method === 'GET' && !notPages.test(url ?? '');
}
