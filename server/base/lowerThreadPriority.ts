import { existsSync, readlinkSync } from 'node:fs';
import { lowerPriority } from './lowerPriority';

/** Where Linux names the thread that looks. */
const thisThread = '/proc/thread-self';

/**
 * Has this thread, and those that it starts, compute when no other wants to: where processors are few, what answers
 * requests comes first. Threads have priorities of their own on Linux alone.
 */
export function lowerThreadPriority(): void {
  if (!existsSync(thisThread)) return;
  lowerPriority(Number(readlinkSync(thisThread).split('/').pop()));
}
