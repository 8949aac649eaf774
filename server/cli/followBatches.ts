import { setTimeout as sleep } from 'node:timers/promises';
import { isConnectionLost, isHandOverAsked, untilHandedOver, type Database } from '@/db/open';
import { JobRunner } from '../jobs/jobRunner';
import { batchStatus, queueStatus, type BatchStatus } from '../jobs/queueStatus';
import { jobKinds } from '../main/jobKinds';
import type { Output } from './output';
import { plainFault } from './plainFault';
import { ProgressLine } from './progressLine';
import { reopenSession, type Session } from './session';
import { terminalText } from './terminalText';

const lookEveryMs = 400;

/** How the followed work ended. */
export interface Followed {
  batches: BatchStatus[];
  /** True when the person stopped it: what is left stays queued. */
  interrupted: boolean;
}

/** The session in use: it changes when the engine goes away and is opened again. */
export interface Holder {
  session: Session;
}

/**
 * Waits until batches are finished, showing progress. A running server does the work; where there is none, or it
 * goes away on the way, this process does. `signal` puts jobs in hand back into the queue and ends the wait.
 */
export async function followBatches(
  holder: Holder,
  batchIds: number[],
  { output, signal }: { output: Output; signal: AbortSignal },
): Promise<Followed> {
  const line = new ProgressLine(output.json);
  try {
    for (;;) {
      const followed = await followOnce(holder.session, { batchIds, line, signal }).catch(ifLost);
      if (followed && followed !== 'handed over') return followed;
      line.close();
      await (followed ? goOnThere(holder, output) : goOnHere(holder, output));
    }
  } finally {
    line.close();
  }
}

/** Opens the database again after its engine went away. */
export async function goOnHere(holder: Holder, output: Output): Promise<void> {
  output.note('the program that ran the database has ended: going on without it');
  holder.session = await reopenSession(holder.session);
}

/** Lets a server that is starting have the database, and goes on as its client. */
async function goOnThere(holder: Holder, output: Output): Promise<void> {
  output.note('a server is starting: it goes on with the work');
  await holder.session.close();
  await untilHandedOver(holder.session.settings.dataDirectory);
  holder.session = await reopenSession(holder.session);
}

/** Undefined for a connection that went away, so that it can be opened again. */
export function ifLost(error: unknown): undefined {
  if (!isConnectionLost(error)) throw error;
}

interface Wait {
  batchIds: number[];
  line: ProgressLine;
  signal: AbortSignal;
}

/** Follows over one connection, doing the work here when the engine runs here and nobody asks for it. */
async function followOnce(
  { database, owner, engine, settings }: Session,
  wait: Wait,
): Promise<Followed | 'handed over'> {
  const onFault = (error: unknown) => {
    if (!isConnectionLost(error)) process.stderr.write(`circumplex: ${terminalText(plainFault(error))}\n`);
  };
  const { workers } = settings;
  const runner = owner ? new JobRunner({ database, kinds: jobKinds(settings), workers, onFault }) : undefined;
  runner?.start();
  try {
    for (;;) {
      const batches = await statusOf(database, wait.batchIds);
      wait.line.show(await progressOf(database, batches));
      if (wait.signal.aborted) return { batches, interrupted: true };
      if (batches.every(({ open }) => !open)) return { batches, interrupted: false };
      if (owner && engine === 'embedded' && isHandOverAsked(settings.dataDirectory)) return 'handed over';
      await sleep(lookEveryMs, undefined, { signal: wait.signal }).catch(() => undefined);
    }
  } finally {
    await runner?.stop();
  }
}

async function statusOf(database: Database, batchIds: number[]): Promise<BatchStatus[]> {
  const found = await Promise.all(batchIds.map((batchId) => batchStatus(database, batchId)));
  return found.filter((batch) => batch !== undefined);
}

async function progressOf(database: Database, batches: BatchStatus[]) {
  const { realTimeRate, secondsLeft, current } = await queueStatus(database);
  const sum = (read: (batch: BatchStatus) => number) =>
    batches.reduce((total, batch) => total + read(batch), 0);
  return {
    done: sum(({ done, failed, cancelled }) => done + failed + cancelled),
    total: sum(({ total }) => total),
    failed: sum(({ failed }) => failed),
    realTimeRate,
    secondsLeft,
    current: current.map(({ label }) => label),
  };
}
