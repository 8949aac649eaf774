import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@/db/open';
import type { Caller } from '../access/caller';
import { countRecordings } from '../catalogue/tracks/countRecordings';
import { queueStatus, type QueueStatus } from '../jobs/queueStatus';

/** At most two looks a second while there is work, one every two seconds while there is none. */
const busyMs = 500;
const idleMs = 2000;

/** How the queue stands, and how large the library has become by it. */
export interface QueueState extends QueueStatus {
  libraryTracks: number;
}

export async function queueState(database: Database, caller: Caller): Promise<QueueState> {
  return { ...(await queueStatus(database, caller)), libraryTracks: await countRecordings(database) };
}

/** The state of the queue now, and again whenever it has changed, until the asker goes. */
export async function* queueChanges(
  { database, caller }: { database: Database; caller: Caller },
  signal: AbortSignal | undefined,
): AsyncGenerator<QueueState> {
  let last = '';
  while (!signal?.aborted) {
    const status = await queueState(database, caller);
    const text = JSON.stringify(status);
    if (text !== last) yield status;
    last = text;
    const waitMs = status.queued + status.running > 0 ? busyMs : idleMs;
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
  }
}
