import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { jobs } from '@/db/schema';
import type { EnqueueResult } from '../catalogue/import/enqueueImport';
import type { Followed } from './followBatches';
import { interruptedStatus } from './interrupt';
import type { Output } from './output';

/** One file that could not be read, or another job that failed, or with something odd about it. */
interface Remark {
  /** What it was about: the path of a file. */
  path: string;
  state: string;
  reason: string;
}

/** How an import or a retry went, from its counts and the jobs of its batches. Returns the exit status. */
export async function reportBatches(
  database: Database,
  { followed, enqueued }: { followed: Followed; enqueued?: EnqueueResult },
  output: Output,
): Promise<number> {
  const remarks = await remarksOf(
    database,
    followed.batches.map(({ batchId }) => batchId),
  );
  const failures = remarks.filter(({ state }) => state === 'failed');
  const warnings = remarks.filter(({ state }) => state === 'done');
  const sum = (read: (batch: Followed['batches'][number]) => number) =>
    followed.batches.reduce((total, batch) => total + read(batch), 0);
  const counts = {
    done: sum(({ done }) => done),
    failed: sum(({ failed }) => failed),
    cancelled: sum(({ cancelled }) => cancelled),
    left: sum(({ total, done, failed, cancelled }) => total - done - failed - cancelled),
    unchanged: enqueued?.unchanged ?? 0,
    failedBefore: enqueued?.failedBefore ?? 0,
  };
  const obstacles = (enqueued?.obstacles ?? []).filter(({ folder }) => folder);
  const { interrupted } = followed;
  output.result({ ...counts, interrupted, failures, warnings, obstacles }, () => [
    ...failures.map(({ path, reason }) => `failed: ${path}: ${reason}`),
    ...warnings.map(({ path, reason }) => `odd: ${path}: ${reason}`),
    ...obstacles.map(({ path, reason }) => `not looked into: ${path}: ${reason}`),
    summary(counts),
    ...advice(counts, interrupted),
  ]);
  if (interrupted) return interruptedStatus;
  const troubles = counts.failed + counts.cancelled + counts.failedBefore + (enqueued?.obstacleCount ?? 0);
  return troubles === 0 ? 0 : 1;
}

async function remarksOf(database: Database, batchIds: number[]): Promise<Remark[]> {
  if (batchIds.length === 0) return [];
  const path = sql<string>`coalesce(${jobs.detail}, ${jobs.label})`;
  const isRemark = or(eq(jobs.state, 'failed'), isNotNull(jobs.warning));
  const rows = await database
    .select({ path, state: jobs.state, failure: jobs.failure, warning: jobs.warning })
    .from(jobs)
    .where(and(inArray(jobs.batchId, batchIds), isRemark))
    .orderBy(path);
  return rows.map(({ path, state, failure, warning }) => ({ path, state, reason: failure ?? warning ?? '' }));
}

type Counts = Record<'done' | 'failed' | 'cancelled' | 'left' | 'unchanged' | 'failedBefore', number>;

function summary({ done, failed, cancelled, unchanged }: Counts): string {
  const parts = [`${done} imported`, `${unchanged} unchanged`, `${failed} failed`];
  if (cancelled > 0) parts.push(`${cancelled} cancelled`);
  return parts.join(', ');
}

function advice({ left, failedBefore, failed }: Counts, interrupted: boolean): string[] {
  const lines: string[] = [];
  if (interrupted)
    lines.push(`stopped: ${left} files stay queued, and the next import or the server goes on with them`);
  if (failedBefore > 0) lines.push(`${failedBefore} failed before and were not tried again`);
  if (failed + failedBefore > 0) lines.push('to try failed files again: npm run circumplex -- retry');
  return lines;
}
