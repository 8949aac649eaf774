import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { ownIdentity, processState } from '@/db/embedded/processIdentity';

const ownerShape = z.object({
  pid: z.number(),
  startedAt: z.string(),
  host: z.string(),
  bootId: z.string(),
  pidNamespace: z.string(),
});

/** A name for one job runner, from which others on the same machine can tell whether its process still lives. */
export function newLeaseOwner(): string {
  return JSON.stringify({ ...ownIdentity(), runner: randomUUID() });
}

/** True when the process of a lease's owner has surely ended; false where it lives or cannot be seen from here. */
export function isOwnerGone(owner: string): boolean {
  const parsed = ownerShape.safeParse(JSON.parse(owner));
  return !parsed.success || processState(parsed.data) === 'gone';
}
