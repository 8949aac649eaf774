import type { IncomingMessage } from 'node:http';
import { addressGroup } from '../access/addresses';
import { callerOf } from '../access/callerHeader';
import { AppError, isAppError } from '../base/errors';
import type { Handler } from '../http/answers';
import { sendBusyPage } from '../http/busyPage';
import { SpacedTurns } from '../http/spacedTurns';
import { wantsPage } from '../http/wantsPage';
import { isNextRoute } from './nextRoutes';

/** Files that the build has made and anybody may have. */
export const builtFiles = /^\/(_next\/static\/|icon\.svg$)/;
/** What the live pages of development ask beside. */
const livePages = /^\/(_next\/|__nextjs_)/;
/** By these a file is answered with a page that says why not. */
const conditions = ['range', 'if-range', 'if-match', 'if-unmodified-since'];

interface PageOptions {
  isDevelopment: boolean;
  /** How many pages may wait; of one asker fewer than an address may have connections. */
  limits?: { inAll: number; byAsker: number };
}

const usualLimits = { inAll: 2000, byAsker: 200 };

/**
 * What Next answers, so that no page is made outside a turn: making one takes as long as a hundred small answers, and
 * pages wait for one another, not the small answers for them. Throws AppError 'too-many', 'not-found' for what lies
 * nowhere behind /api, and 'invalid' for what is sent to a page.
 */
export function pagesInTurn(pages: Handler, { isDevelopment, limits = usualLimits }: PageOptions): Handler {
  const strangers = new SpacedTurns({ ...limits, longestMs: 500, restFactor: 2 });
  const people = new SpacedTurns({ ...limits, longestMs: 60, restFactor: 0.5 });
  return async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    if (isDevelopment && livePages.test(path)) return pages(request, response);
    if (path.startsWith('/api/')) {
      if (isNextRoute(path)) return pages(request, response);
      throw new AppError('not-found', `invalid address: ${path.slice(0, 100)} (nothing is answered there)`);
    }
    requireReading(request);
    if (builtFiles.test(path)) {
      for (const name of conditions) delete request.headers[name];
      return pages(request, response);
    }
    const turns = callerOf(request.headers) ? people : strangers;
    const make = async () => {
      if (request.socket.writable) await pages(request, response);
    };
    await turns.take(askerOf(request), make).catch((error: unknown) => {
      if (!isAppError(error) || error.code !== 'too-many' || !wantsPage(request)) throw error;
      sendBusyPage(response);
    });
  };
}

function requireReading({ method }: IncomingMessage): void {
  if (method !== 'GET' && method !== 'HEAD')
    throw new AppError('invalid', `invalid method: ${method} (pages take GET)`);
}

/** People of one house have turns of their own once they are known. */
function askerOf({ headers, socket }: IncomingMessage): string {
  return `${callerOf(headers)?.personId ?? ''} ${addressGroup(socket.remoteAddress)}`;
}
