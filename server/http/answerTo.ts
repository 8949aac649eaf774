import type { Role } from '@/db/schema';
import { requireRole, type SignedInCaller } from '../access/caller';
import { callerOf } from '../access/callerHeader';
import { answerErrors } from './answerErrors';

type CallerHandler<Rest extends unknown[]> = (
  caller: SignedInCaller,
  request: Request,
  ...rest: Rest
) => Promise<Response>;

/** A route handler of Next, and the least role that it is open to. */
export type StatedHandler<Rest extends unknown[]> = ((
  request: Request,
  ...rest: Rest
) => Promise<Response>) & {
  may: Role;
};

/** A route handler that answers whoever has at least the role `may`, and everybody else in words. */
export function answerTo<Rest extends unknown[]>(
  may: Role,
  handler: CallerHandler<Rest>,
): StatedHandler<Rest> {
  const handle = answerErrors((request: Request, ...rest: Rest) => {
    const caller = callerOf(request.headers);
    requireRole(caller, may);
    return handler(caller, request, ...rest);
  });
  return Object.assign(handle, { may });
}
