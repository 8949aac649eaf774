import { constants, getPriority, setPriority } from 'node:os';

/**
 * Has a process or thread, and what it starts, compute when no other wants to. One that is that low already stays as it
 * is: to raise it again is refused to all but the system's administrator.
 */
export function lowerPriority(id: number): void {
  const low = constants.priority.PRIORITY_BELOW_NORMAL;
  if (getPriority(id) < low) setPriority(id, low);
}
