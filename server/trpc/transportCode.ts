import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import type { ErrorCode } from '../base/errors';
import { statusOf } from '../http/statusOf';

/** PARSE_ERROR shares its status with BAD_REQUEST, and is tRPC's own. */
const candidates = (Object.keys(TRPC_ERROR_CODES_BY_KEY) as TRPCError['code'][]).filter(
  (candidate) => candidate !== 'PARSE_ERROR',
);

/** tRPC's code for an error code: the one that it answers with the status of the house's table. */
export function transportCode(code: ErrorCode): TRPCError['code'] {
  const found = candidates.find(
    (candidate) => getHTTPStatusCodeFromError(new TRPCError({ code: candidate })) === statusOf[code],
  );
  if (!found) throw new Error(`tRPC has no code for the status ${statusOf[code]}`);
  return found;
}
