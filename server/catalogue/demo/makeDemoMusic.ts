import { setTimeout as sleep } from 'node:timers/promises';
import { and, count, eq, inArray } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { importJobs, jobs, openJobStates } from '@/db/schema';
import { ensureDemoMusic } from './demoMusic';
import type { JobRunner } from '../../jobs/jobRunner';
import type { Settings } from '../../base/settings';

export interface DemoParts {
  settings: Settings;
  database: Database;
  runner: JobRunner;
  signal: AbortSignal;
}

/** Writes the demo pieces that are missing and waits until they are profiled, saying on the terminal how far it is. */
export async function makeDemoMusic({ settings, database, runner, signal }: DemoParts): Promise<void> {
  const made = await ensureDemoMusic({
    database,
    dataDirectory: settings.dataDirectory,
    signal,
    onProgress: (pieces, total) => {
      runner.wake();
      tell(`writing the demo music: ${pieces} of ${total} pieces`);
    },
  });
  if (made === 0) return;
  for (
    let left = await openDemoJobs(database);
    left > 0 && !signal.aborted;
    left = await openDemoJobs(database)
  ) {
    tell(`listening to the demo music: ${left} pieces to go`);
    await sleep(500);
  }
  if (signal.aborted) return;
  tell('the demo music is ready');
  if (process.stdout.isTTY) process.stdout.write('\n');
}

async function openDemoJobs(database: Database): Promise<number> {
  const [row] = await database
    .select({ left: count() })
    .from(jobs)
    .innerJoin(importJobs, eq(importJobs.jobId, jobs.id))
    .where(and(eq(importJobs.origin, 'demo'), inArray(jobs.state, openJobStates)));
  return row.left;
}

let lastTold = '';

/** One line that is written over on a terminal; in a log, a line whenever it changes. */
function tell(text: string): void {
  if (text === lastTold) return;
  lastTold = text;
  process.stdout.write(process.stdout.isTTY ? `\r\x1b[Kcircumplex: ${text}` : `circumplex: ${text}\n`);
}
