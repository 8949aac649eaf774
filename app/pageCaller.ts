import { headers } from 'next/headers';
import { requireRole, type SignedInCaller } from '@/server/access/caller';
import { callerOf } from '@/server/access/callerHeader';

/** Who opens a page, as the gate noted it. Throws AppError 'signed-out' for a request that did not come by it. */
export async function pageCaller(): Promise<SignedInCaller> {
  const caller = callerOf(await headers());
  requireRole(caller, 'listener');
  return caller;
}
