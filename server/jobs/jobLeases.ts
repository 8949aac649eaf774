import { and, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { jobs } from '@/db/schema';
import { isOwnerGone } from './leaseOwner';

/** A job as it stands in the queue. */
export type JobRow = typeof jobs.$inferSelect;

/** How long a job stays its owner's without a sign of life: long enough for a machine under load. */
const leaseEnd = sql`now() + interval '60 seconds'`;

const backToQueue = {
  state: 'queued',
  leaseOwner: null,
  leaseUntil: null,
  progress: 0,
  startedAt: null,
} as const;

/**
 * Takes the next job of one of these kinds for `owner`, most urgent first, past those that others are taking; null
 * when none waits.
 */
export async function claimJob(executor: Executor, owner: string, kinds: string[]): Promise<JobRow | null> {
  const next = executor
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.state, 'queued'), inArray(jobs.kind, kinds)))
    .orderBy(jobs.priority, jobs.id)
    .limit(1)
    .for('update', { skipLocked: true });
  const [job] = await executor
    .update(jobs)
    .set({ state: 'running', leaseOwner: owner, leaseUntil: leaseEnd, startedAt: sql`now()`, progress: 0 })
    .where(sql`${jobs.id} = (${next})`)
    .returning();
  return job ?? null;
}

/** How far a job in hand has come. */
export interface JobProgress {
  id: number;
  progress: number;
  audioSeconds: number | null;
}

/** Tells how far `owner`'s jobs are and keeps them its own; returns the ids still its own. */
export async function renewLeases(
  executor: Executor,
  owner: string,
  inHand: JobProgress[],
): Promise<Set<number>> {
  const rows = sql.join(
    inHand.map(
      ({ id, progress, audioSeconds }) => sql`(${id}::int, ${progress}::real, ${audioSeconds}::real)`,
    ),
    sql`, `,
  );
  const { rows: kept } = await executor.execute<{ id: number }>(sql`
    update ${jobs} set progress = far.progress, audio_seconds = coalesce(far.seconds, ${jobs.audioSeconds}),
      lease_until = ${leaseEnd}
    from (values ${rows}) as far(id, progress, seconds)
    where ${jobs.id} = far.id and ${jobs.state} = 'running' and ${jobs.leaseOwner} = ${owner}
    returning ${jobs.id} as id`);
  return new Set(kept.map(({ id }) => id));
}

/** Puts a job in hand back into the queue. */
export async function releaseJob(executor: Executor, owner: string, id: number): Promise<void> {
  await executor.update(jobs).set(backToQueue).where(isHeld(owner, id));
}

/** The condition under which `owner` may still decide about a job: nobody cancelled it or took it over. */
export function isHeld(owner: string, id: number) {
  return and(eq(jobs.id, id), eq(jobs.state, 'running'), eq(jobs.leaseOwner, owner));
}

/** Puts the jobs of owners that went silent back into the queue. */
export async function reclaimExpired(executor: Executor): Promise<void> {
  await executor
    .update(jobs)
    .set(backToQueue)
    .where(and(eq(jobs.state, 'running'), lt(jobs.leaseUntil, sql`now()`)));
}

/** Puts the jobs of owners whose process has ended back into the queue at once, without waiting for their leases. */
export async function reclaimOrphans(executor: Executor): Promise<void> {
  const rows = await executor
    .selectDistinct({ owner: jobs.leaseOwner })
    .from(jobs)
    .where(and(eq(jobs.state, 'running'), isNotNull(jobs.leaseOwner)));
  const gone = rows.flatMap(({ owner }) => (owner !== null && isOwnerGone(owner) ? [owner] : []));
  if (gone.length === 0) return;
  await executor
    .update(jobs)
    .set(backToQueue)
    .where(and(eq(jobs.state, 'running'), inArray(jobs.leaseOwner, gone)));
}
