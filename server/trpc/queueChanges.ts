import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@/db/open';
import { queueStatus, type QueueStatus } from '../jobs/queueStatus';

/** At most two looks a second while there is work, one every two seconds while there is none. */
const busyMs = 500;
const idleMs = 2000;

/** The state of the queue now, and again whenever it has changed, until the asker goes. */
export async function* queueChanges(
  database: Database,
  signal: AbortSignal | undefined,
): AsyncGenerator<QueueStatus> {
  let last = '';
  while (!signal?.aborted) {
    const status = await queueStatus(database);
    const text = JSON.stringify(status);
    if (text !== last) yield status;
    last = text;
    const waitMs = status.queued + status.running > 0 ? busyMs : idleMs;
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
  }
}
