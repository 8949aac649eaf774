import type { Executor } from '@/db/open';
import { batches, jobs } from '@/db/schema';
import type { Caller } from '../access/caller';
import type { JobDefinition } from './jobKind';

/** A job to be queued. */
export interface NewJob<Payload> {
  payload: Payload;
  /** What people call it. */
  label: string;
  /** What it works on in full, where the label does not say it. */
  detail?: string;
  /** Of the jobs with one key, one may be open. */
  exclusiveKey?: string;
  /** How much work it is beside others: the bytes of a file. 1 by default. */
  weight?: number;
  /** Set where there is nothing to do: the job is kept as failed, or, cancelled, as a note of its kind's own. */
  ended?: { state: 'failed' | 'cancelled'; failureCode: string; failure?: string };
}

/** Jobs of one kind, how urgent they are, and whose they are. */
export interface NewJobs<Payload> {
  batchId: number;
  /** Lower runs first; 1 by default. */
  priority?: number;
  jobs: NewJob<Payload>[];
}

/**
 * Opens a batch: one request of a person, under the name it has in lists. Where it says whose, it is private work, which
 * nobody else is shown. Returns its number.
 */
export async function openBatch(executor: Executor, label: string, whose?: Caller): Promise<number> {
  const [row] = await executor
    .insert(batches)
    .values({ label, personId: whose?.personId })
    .returning({ id: batches.id });
  return row.id;
}

/**
 * Queues jobs, at most some hundreds at once, but those whose key has an open job. Throws a ZodError for a payload
 * that is not of the kind's shape. Returns the numbers and keys of those that were queued.
 */
export async function enqueueJobs<Payload>(
  executor: Executor,
  { name: kind, payload: shape }: JobDefinition<Payload>,
  { batchId, priority, jobs: wanted }: NewJobs<Payload>,
): Promise<{ id: number; exclusiveKey: string | null }[]> {
  if (wanted.length === 0) return [];
  const rows = wanted.map(({ payload, ended, ...job }) => ({
    ...{ batchId, priority, kind, ...job },
    payload: shape.parse(payload),
    ...(ended && { ...ended, finishedAt: new Date() }),
  }));
  return executor
    .insert(jobs)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: jobs.id, exclusiveKey: jobs.exclusiveKey });
}
