import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { AnyRouter } from '@trpc/server';
import { callerOf } from '../access/callerHeader';
import { log } from '../base/log';
import { getServices } from '../services';
import type { OpenContext } from './init';
import { appRouter } from './router';

/** tRPC over HTTP; queries may come by POST too, since a drawn trajectory can be longer than a URL may be. */
export function handleTrpc(request: Request, router: AnyRouter = appRouter): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router,
    createContext: (): OpenContext => ({ services: getServices(), caller: callerOf(request.headers) }),
    allowMethodOverride: true,
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error, path }, 'a procedure met a fault');
    },
  });
}
