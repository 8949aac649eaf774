import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import type { AnyRouter } from '@trpc/server';
import type { SignedInCaller } from '../access/caller';
import { callerOf } from '../access/callerHeader';
import { log } from '../base/log';
import { errorAnswer } from '../http/errorAnswer';
import { getServices } from '../services';
import { checkBatch } from './batchLimits';
import type { OpenContext } from './init';
import { appRouter } from './router';
import { watchSignIn } from './watchSignIn';

/** tRPC over HTTP; queries may come by POST too, since a drawn trajectory can be longer than a URL may be. */
export async function handleTrpc(request: Request, router: AnyRouter = appRouter): Promise<Response> {
  try {
    checkBatch(request.url);
  } catch (error) {
    const { status, document } = errorAnswer(error);
    return Response.json(document, { status });
  }
  const caller = callerOf(request.headers);
  const staysOpen = request.headers.get('accept') === 'text/event-stream';
  return caller && staysOpen ? answerWhileIn(request, caller, router) : answer(request, router);
}

/** What is told as it happens is told no longer than its asker is signed in. */
async function answerWhileIn(request: Request, caller: SignedInCaller, router: AnyRouter): Promise<Response> {
  const watch = watchSignIn({ caller, signIns: getServices().signIns, signal: request.signal });
  const told = await answer(new Request(request, { signal: watch.signal }), router);
  const flush = () => watch.stop();
  return new Response(told.body?.pipeThrough(new TransformStream({ flush })), told);
}

function answer(request: Request, router: AnyRouter): Promise<Response> {
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
