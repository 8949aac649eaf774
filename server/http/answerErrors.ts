import { isAppError } from '../base/errors';
import { log } from '../base/log';
import { statusOf } from './answers';

type RouteHandler<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>;

/** A route handler whose expected errors are answered in words with their status, and whose faults are logged. */
export function answerErrors<Rest extends unknown[]>(handler: RouteHandler<Rest>): RouteHandler<Rest> {
  return async (request, ...rest) => {
    try {
      return await handler(request, ...rest);
    } catch (error) {
      if (isAppError(error))
        return Response.json({ error: error.message, code: error.code }, { status: statusOf[error.code] });
      log.error({ err: error, url: request.url }, 'a route met a fault');
      return Response.json(
        { error: 'the server met an unexpected fault: its log says more', code: 'unexpected' },
        { status: 500 },
      );
    }
  };
}
