import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { isAppError, type ErrorCode } from '../base/errors';
import { complaintOf } from '../base/parseInput';
import type { Services } from '../services';

interface Context {
  services: Services;
}

const transportCodes = {
  invalid: 'BAD_REQUEST',
  'not-found': 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
  'too-many': 'TOO_MANY_REQUESTS',
  'too-large': 'PAYLOAD_TOO_LARGE',
  conflict: 'CONFLICT',
  unsupported: 'BAD_REQUEST',
  unreadable: 'UNPROCESSABLE_CONTENT',
  unavailable: 'SERVICE_UNAVAILABLE',
} as const satisfies Record<ErrorCode, TRPCError['code']>;

const t = initTRPC.context<Context>().create({ sse: { ping: { enabled: true, intervalMs: 5_000 } } });

/** Gives an AppError its transport code, so that a client sees 404 and not 500, and says in words what a schema refused. */
const mapErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (isAppError(cause)) {
    throw new TRPCError({ code: transportCodes[cause.code], message: cause.message, cause });
  }
  if (cause instanceof ZodError) {
    throw new TRPCError({ code: 'BAD_REQUEST', message: complaintOf(cause), cause });
  }
  return result;
});

export const router = t.router;
export const procedure = t.procedure.use(mapErrors);
