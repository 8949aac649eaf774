import { z } from 'zod';
import { processState, type ProcessIdentity } from '@/db/embedded/processIdentity';

/** Who wrote a note of work that is under way. */
export const processShape = z.object({
  pid: z.number(),
  startedAt: z.string(),
  host: z.string(),
  bootId: z.string(),
  pidNamespace: z.string(),
});

/**
 * Whether the process that wrote a note may still be at the work.
 *
 * @param isOnly true where no other process can be at it, so that one whose life cannot be seen is over
 */
export function isUnderWay(writer: ProcessIdentity, isOnly: boolean): boolean {
  const state = processState(writer);
  return state === 'alive' || (state === 'unknown' && !isOnly);
}
