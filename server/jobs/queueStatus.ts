import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { batches, jobs } from '@/db/schema';
import type { Caller } from '../access/caller';
import { isVisibleBatch, isVisibleJob } from './visibleJobs';

/** How one request of a person stands. */
export interface BatchStatus {
  batchId: number;
  label: string;
  total: number;
  done: number;
  failed: number;
  cancelled: number;
  unchanged: number;
  /** True while any of it is queued or running. */
  open: boolean;
}

/** How the queue stands; the counts are of the batches that are not finished. */
export interface QueueStatus {
  queued: number;
  running: number;
  done: number;
  failed: number;
  cancelled: number;
  audioSecondsDone: number;
  /** Seconds of sound heard a second, over the last minute; null while nothing can be said. */
  realTimeRate: number | null;
  /** By the weight that is left at the rate of the last minute. */
  secondsLeft: number | null;
  current: { jobId: number; label: string; progress: number }[];
  /** Of the jobs that are queued or running, in alphabetical order. */
  kinds: string[];
  /** The newest ten. */
  batches: BatchStatus[];
}

const windowStart = sql`(now() - interval '60 seconds')`;
/** A rate over less time than this says nothing, nor over less work than this share of an open job. */
const leastSeconds = 1;
const leastShare = 0.01;

interface Totals extends Record<string, unknown> {
  queued: number;
  running: number;
  done: number;
  failed: number;
  cancelled: number;
  kinds: string[];
  audioSecondsDone: number;
  weightLeft: number;
  windowAudioSeconds: number;
  windowWeight: number;
  windowSeconds: number;
}

/** How all work stands, and by name what of it is the library's or the caller's own. */
export async function queueStatus(executor: Executor, caller?: Caller): Promise<QueueStatus> {
  const totals = await unfinishedTotals(executor);
  const { queued, running, done, failed, cancelled, kinds, audioSecondsDone } = totals;
  const measured =
    totals.windowSeconds >= leastSeconds &&
    totals.windowWeight > 0 &&
    totals.windowWeight * (queued + running) >= leastShare * totals.weightLeft;
  const weightASecond = totals.windowWeight / totals.windowSeconds;
  return {
    ...{ queued, running, done, failed, cancelled, kinds, audioSecondsDone },
    realTimeRate: measured ? totals.windowAudioSeconds / totals.windowSeconds : null,
    secondsLeft: measured ? totals.weightLeft / weightASecond : null,
    current: await runningJobs(executor, caller),
    batches: await newestBatches(executor, caller),
  };
}

/** Sums over the jobs of batches that are not finished, and over the part of their work that lies in the last minute. */
async function unfinishedTotals(executor: Executor): Promise<Totals> {
  const { rows } = await executor.execute<Totals>(sql`
    with work as (
      select kind, state, weight, coalesce(audio_seconds, 0) as audio_seconds,
        case state when 'done' then 1 when 'running' then progress else 0 end as share,
        case when state = 'running' or (state = 'done' and finished_at > ${windowStart})
          then extract(epoch from coalesce(finished_at, now()) - greatest(started_at, ${windowStart})) end as inside,
        extract(epoch from coalesce(finished_at, now()) - started_at) as whole,
        greatest(started_at, ${windowStart}) as begun
      from ${jobs}
      where batch_id in (select batch_id from ${jobs} where state in ('queued', 'running'))
    ), parts as (select *, coalesce(share * inside / nullif(whole, 0), 0) as recent from work)
    select count(*) filter (where state = 'queued')::int as queued,
      count(*) filter (where state = 'running')::int as running,
      count(*) filter (where state = 'done')::int as done,
      count(*) filter (where state = 'failed')::int as failed,
      count(*) filter (where state = 'cancelled')::int as cancelled,
      coalesce(array_agg(distinct kind) filter (where state in ('queued', 'running')), '{}') as kinds,
      coalesce(sum(share * audio_seconds), 0)::float8 as "audioSecondsDone",
      coalesce(sum((1 - share) * weight) filter (where state in ('queued', 'running')), 0)::float8 as "weightLeft",
      coalesce(sum(recent * audio_seconds), 0)::float8 as "windowAudioSeconds",
      coalesce(sum(recent * weight), 0)::float8 as "windowWeight",
      coalesce(extract(epoch from now() - min(begun) filter (where inside is not null)), 0)::float8 as "windowSeconds"
    from parts`);
  return rows[0];
}

async function runningJobs(executor: Executor, caller?: Caller): Promise<QueueStatus['current']> {
  const { id: jobId, label, progress, state } = jobs;
  return executor
    .select({ jobId, label, progress })
    .from(jobs)
    .where(and(eq(state, 'running'), isVisibleJob(executor, caller)))
    .orderBy(jobId);
}

/** Leaves out batches of nothing but notes: jobs that a kind keeps as cancelled, with a code, were never work. */
async function newestBatches(executor: Executor, caller?: Caller): Promise<BatchStatus[]> {
  const { rows } = await executor.execute<BatchStatus & Record<string, unknown>>(sql`
    select batch.id as "batchId", batch.label, batch.unchanged, sums.*
    from (
      select * from ${batches} where exists (
        select 1 from ${jobs} where batch_id = ${batches.id} and (state <> 'cancelled' or failure_code is null))
        and ${isVisibleBatch(caller) ?? sql`true`}
      order by id desc limit 10
    ) as batch, ${batchSums(sql`batch.id`)}
    order by batch.id desc`);
  return rows;
}

/** How one batch stands; undefined when there is no such batch. */
export async function batchStatus(executor: Executor, batchId: number): Promise<BatchStatus | undefined> {
  const { rows } = await executor.execute<BatchStatus & Record<string, unknown>>(sql`
    select batch.id as "batchId", batch.label, batch.unchanged, sums.*
    from ${batches} as batch, ${batchSums(sql`batch.id`)} where batch.id = ${batchId}`);
  return rows[0];
}

function batchSums(batchId: ReturnType<typeof sql>) {
  return sql`lateral (
    select count(*)::int as total,
      count(*) filter (where state = 'done')::int as done,
      count(*) filter (where state = 'failed')::int as failed,
      count(*) filter (where state = 'cancelled')::int as cancelled,
      count(*) filter (where state in ('queued', 'running')) > 0 as open
    from ${jobs} where batch_id = ${batchId}
  ) as sums`;
}
