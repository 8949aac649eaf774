import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { AnyRouter } from '@trpc/server';
import { callerOf } from '../access/callerHeader';
import { log } from '../base/log';
import { errorAnswer } from '../http/errorAnswer';
import { getServices } from '../services';
import { checkBatch, endpoint, mostCalls } from './batchLimits';
import type { OpenContext } from './init';
import { liveAnswer } from './liveAnswer';
import { appRouter } from './router';

/** tRPC over HTTP; queries may come by POST too, since a drawn trajectory can be longer than a URL may be. */
export async function handleTrpc(request: Request, router: AnyRouter = appRouter): Promise<Response> {
  try {
    checkBatch(request.url);
  } catch (error) {
    const { status, document } = errorAnswer(error);
    return Response.json(document, { status });
  }
  const { signIns } = getServices();
  const asked = { caller: callerOf(request.headers), signIns, signal: request.signal };
  return liveAnswer(await answer(request, router), asked);
}

function answer(request: Request, router: AnyRouter): Promise<Response> {
  return fetchRequestHandler({
    endpoint,
    req: request,
    router,
    createContext: (): OpenContext => ({ services: getServices(), caller: callerOf(request.headers) }),
    allowMethodOverride: true,
    maxBatchSize: mostCalls,
    onError: ({ error, path }) => {
      if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error, path }, 'a procedure met a fault');
    },
  });
}
