import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Role } from '@/db/schema';
import { requireRole, type SignedInCaller } from './caller';
import type { BodyName } from '../http/bodies';
import { callerOf } from './callerHeader';

/** What is answered outside Next: where, to whom at the least, and how. */
export interface Route {
  path: RegExp;
  may: Role | 'anybody';
  /** How it takes what it is sent; 'small' where nothing is said. */
  body?: BodyName;
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

type CallerHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  caller: SignedInCaller,
) => Promise<void>;

/** A route for whoever has at least the role `may`; everybody else is refused before anything is read. */
export function routeFor(may: Role, path: RegExp, handle: CallerHandler): Route {
  return {
    path,
    may,
    handle: async (request, response) => {
      const caller = callerOf(request.headers);
      requireRole(caller, may);
      await handle(request, response, caller);
    },
  };
}
