import { headers } from 'next/headers';
import type { PageCaller } from '@/app/ui/caller/callerContext';
import { callerOf } from '@/server/access/callerHeader';
import { personOf } from '@/server/access/people';
import { getServices } from '@/server/services';

/** What every page is told of who looks at it; null on pages that anybody may see. */
export async function layoutCaller(): Promise<PageCaller | null> {
  const caller = callerOf(await headers());
  if (!caller) return null;
  const { database, signIns } = getServices();
  const { personId, role, sessionId } = caller;
  const { name } = await personOf(database, personId);
  return { personId, name, role, hasSession: sessionId !== undefined, areNamed: await signIns.areNamed() };
}
