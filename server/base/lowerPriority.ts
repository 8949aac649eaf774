import { writeFileSync } from 'node:fs';
import { constants, getPriority, setPriority } from 'node:os';

/**
 * Has a process or thread, and what it starts, compute when no other wants to. One that is that low already stays as it
 * is: to raise it again is refused to all but the system's administrator.
 */
export function lowerPriority(id: number): void {
  const low = constants.priority.PRIORITY_BELOW_NORMAL;
  if (getPriority(id) < low) setPriority(id, low);
}

/**
 * The same for the session that this process was started as the first of: Linux weighs sessions against one another
 * before the processes in each, where it is set up to (autogroup).
 */
export function lowerSessionPriority(): void {
  try {
    writeFileSync('/proc/self/autogroup', String(constants.priority.PRIORITY_BELOW_NORMAL));
  } catch {
    // Elsewhere sessions are not weighed.
  }
}
