import { z } from 'zod';
import { fullDiskReason, isFullDisk } from '../base/fullDisk';
import type { Mutex } from '../base/mutex';
import { endJob } from './endJob';
import type { JobEnd, JobKind, JobTools } from './jobKind';
import type { JobRow } from './jobLeases';

/** Whose job it is, and what it is done with. */
export interface RunningJob {
  kind: JobKind<unknown>;
  owner: string;
  mutex: Mutex;
  tools: Omit<JobTools, 'alone'>;
}

/** Does one job and writes how it ended. What is thrown is a fault of the database. */
export async function runJob(job: JobRow, { kind, owner, mutex, tools }: RunningJob): Promise<void> {
  const releases: (() => void)[] = [];
  const alone = (key: string) =>
    new Promise<void>((isAlone) => {
      const held = () =>
        new Promise<void>((release) => {
          releases.push(release);
          isAlone();
        });
      void mutex.run(key, held);
    });
  try {
    const held = { job, kind, owner };
    const end = (ended: JobEnd) => endJob(tools.database, held, ended);
    await end(await workOn(job, kind, { ...tools, alone }).catch(endOfFullDisk)).catch((error: unknown) =>
      end(endOfFullDisk(error)),
    );
  } finally {
    for (const release of releases) release();
  }
}

/** How work ends for which the disk has no room; anything else is thrown on. */
function endOfFullDisk(error: unknown): JobEnd {
  if (!isFullDisk(error)) throw error;
  return { kind: 'failed', code: 'too-large', reason: fullDiskReason };
}

async function workOn(
  { id, label, payload }: JobRow,
  kind: JobKind<unknown>,
  tools: JobTools,
): Promise<JobEnd> {
  const parsed = kind.payload.safeParse(payload);
  if (parsed.success) return kind.run({ id, label, payload: parsed.data }, tools);
  const reason = `invalid payload: ${JSON.stringify(payload)} (${z.prettifyError(parsed.error)})`;
  return { kind: 'failed', code: 'invalid', reason };
}
