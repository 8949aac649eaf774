import { isAppError } from '../base/errors';
import { log } from '../base/log';
import { errorAnswer } from './errorAnswer';

type RouteHandler<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>;

/** A route handler whose expected errors are answered in words with their status, and whose faults are logged. */
export function answerErrors<Rest extends unknown[]>(handler: RouteHandler<Rest>): RouteHandler<Rest> {
  return async (request, ...rest) => {
    try {
      return await handler(request, ...rest);
    } catch (error) {
      if (!isAppError(error)) log.error({ err: error, url: request.url }, 'a route met a fault');
      const { status, document } = errorAnswer(error);
      return Response.json(document, { status });
    }
  };
}
