import type { Caller } from '../access/caller';

/** Whose searches take turns with those of others. */
export function askerOf({ personId }: Caller): string {
  return String(personId);
}
