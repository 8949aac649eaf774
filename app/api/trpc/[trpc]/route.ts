import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { owner } from '@/server/access/caller';
import { log } from '@/server/base/log';
import { getServices } from '@/server/services';
import { appRouter } from '@/server/trpc/router';

/** tRPC over HTTP; queries may come by POST too, since a drawn trajectory can be longer than a URL may be. */
function handle(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    createContext: () => ({ services: getServices(), caller: owner }),
    allowMethodOverride: true,
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error, path }, 'a procedure met a fault');
    },
  });
}

export { handle as GET, handle as POST };
