import { initTRPC, TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { Role } from '@/db/schema';
import { requireRole, type SignedInCaller } from '../access/caller';
import type { AppError } from '../base/errors';
import { expectedError } from '../base/fullDisk';
import { invalidInput, requireStorable } from '../base/invalidInput';
import { unexpectedFault } from '../http/errorAnswer';
import type { Services } from '../services';
import { transportCode } from './transportCode';

/** What a procedure has: its asker is known, and may ask it. */
export interface Context {
  services: Services;
  /** Who asks. */
  caller: SignedInCaller;
}

/** What a question comes with: nobody where the gate let nobody in. */
export interface OpenContext extends Omit<Context, 'caller'> {
  caller: SignedInCaller | undefined;
}

/** What every procedure states: the least role that it is open to. */
interface Statement {
  may: Role;
}

const t = initTRPC
  .context<OpenContext>()
  .meta<Statement>()
  .create({
    sse: { ping: { enabled: true, intervalMs: 5_000 } },
    /** Of a fault nothing is told but that it was one: its message may hold a query, its stack paths. */
    errorFormatter: ({ shape }) => {
      const { code, httpStatus, path } = shape.data;
      const message = code === 'INTERNAL_SERVER_ERROR' ? unexpectedFault : shape.message;
      return { ...shape, message, data: { code, httpStatus, path } };
    },
  });

/** Gives expected errors their transport code, and says in one line what is wrong with an input. */
const mapErrors = t.middleware(async ({ next, getRawInput }) => {
  const result = await next();
  if (result.ok) return result;
  const { code, cause } = result.error;
  const expected = expectedError(cause);
  if (expected) throw transported(expected);
  if (code === 'BAD_REQUEST' && cause instanceof z.ZodError)
    throw transported(invalidInput(cause, await getRawInput()));
  return result;
});

/** Before any shape is asked: no door lets in what the store cannot hold. */
const boundInput = t.middleware(async ({ next, getRawInput }) => {
  // A body that is no JSON is refused by whatever reads it; procedures without an input read none, and often get none.
  requireStorable(await getRawInput().catch(() => undefined));
  return next();
});

function transported(error: AppError): TRPCError {
  return new TRPCError({ code: transportCode(error.code), message: error.message, cause: error });
}

export const router = t.router;

/** Asks who may before anything is read of the input. */
const procedureFor = (may: Role) =>
  t.procedure
    .meta({ may })
    .use(mapErrors)
    .use(({ ctx: { caller }, next }) => {
      requireRole(caller, may);
      return next({ ctx: { caller } });
    })
    .use(boundInput);

/** For whoever is signed in. */
export const forListeners = procedureFor('listener');
/** For members and the owner. */
export const forMembers = procedureFor('member');
/** For the owner alone. */
export const forOwners = procedureFor('owner');
