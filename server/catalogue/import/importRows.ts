import { and, eq, inArray, isNotNull, ne, notInArray, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { batches, files, importJobs, jobs, openJobStates } from '@/db/schema';
import { fileKey } from '../../jobs/fileKey';
import { enqueueFiles, importJob } from './fileJobs';
import type { ImportRequest, NamedFile } from './importRequest';
import type { Obstacle } from './walkPaths';

/** Size and times under which a path was last read. */
export interface Bytes {
  sizeBytes: number;
  modifiedMs: number;
  /** When its entry was last changed; nothing where that is not known. */
  changedMs?: number | null;
}

export type EndedJob = Bytes & Pick<typeof jobs.$inferSelect, 'state' | 'failure' | 'failureCode'>;

/** True when a file has the size and the times, as far as both are known, that it had when it was last read. */
export function sameBytes(one: Bytes | undefined, other: Bytes): boolean {
  if (one?.sizeBytes !== other.sizeBytes || one.modifiedMs !== other.modifiedMs) return false;
  const [before, now] = [one.changedMs ?? null, other.changedMs ?? null];
  return before === null || now === null || before === now;
}

/** The size and times of those of `paths` that hold a track. */
export async function knownFiles(executor: Executor, paths: string[]): Promise<Map<string, Bytes>> {
  const { path, sizeBytes, modifiedMs, changedMs } = files;
  const rows = await executor
    .select({ path, sizeBytes, modifiedMs, changedMs })
    .from(files)
    .where(inArray(path, paths));
  return new Map(rows.map((row) => [row.path, row]));
}

/** The failed or cancelled job of each of `paths` that has one. */
export async function endedJobs(executor: Executor, paths: string[]): Promise<Map<string, EndedJob>> {
  const { path, sizeBytes, modifiedMs } = importJobs;
  const { state, failure, failureCode } = jobs;
  const keys = paths.map((each) => fileKey(each));
  const rows = await executor
    .select({ path, sizeBytes, modifiedMs, state, failure, failureCode })
    .from(jobs)
    .innerJoin(importJobs, eq(importJobs.jobId, jobs.id))
    .where(and(inArray(jobs.exclusiveKey, keys), inArray(state, ['failed', 'cancelled'])))
    .orderBy(jobs.id);
  return new Map(rows.map((row) => [row.path, row]));
}

/** Files that were missed and are back as they were. Returns how many. */
export async function welcomeBack(executor: Executor, paths: string[]): Promise<number> {
  if (paths.length === 0) return 0;
  const back = await executor
    .update(files)
    .set({ missingSince: null })
    .where(and(inArray(files.path, paths), isNotNull(files.missingSince)))
    .returning({ id: files.id });
  return back.length;
}

export async function countUnchanged(executor: Executor, batchId: number, count: number): Promise<void> {
  if (count === 0) return;
  await executor
    .update(batches)
    .set({ unchanged: sql`${batches.unchanged} + ${count}` })
    .where(eq(batches.id, batchId));
}

/**
 * Queues `wanted`, and keeps `unreadable` as failed. A path keeps one job: an earlier one that has ended makes
 * way. Returns how many were queued, and the batches in which the others wait or run already.
 */
export async function insertJobs(
  executor: Executor,
  { wanted, unreadable }: { wanted: NamedFile[]; unreadable: Obstacle[] },
  { batchId, request }: { batchId: number; request: ImportRequest },
): Promise<{ queued: number; otherBatchIds: number[] }> {
  const { origin, priority } = request;
  const queued = wanted.map(({ path, name = null, sizeBytes, modifiedMs }) => ({
    ...{ path, name, sizeBytes, modifiedMs, origin },
  }));
  const failed = unreadable.map(({ path, reason }) => ({
    ...{ path, name: null, sizeBytes: 0, modifiedMs: 0, origin },
    ended: { state: 'failed' as const, failureCode: 'unreadable', failure: reason },
  }));
  const keys = [...queued, ...failed].map(({ path }) => fileKey(path));
  await executor
    .delete(jobs)
    .where(and(inArray(jobs.exclusiveKey, keys), notInArray(jobs.state, [...openJobStates])));
  await enqueueFiles(executor, importJob, { batchId, priority, files: failed });
  const count = await enqueueFiles(executor, importJob, { batchId, priority, files: queued });
  if (count === queued.length) return { queued: count, otherBatchIds: [] };
  const others = await executor
    .selectDistinct({ batchId: jobs.batchId })
    .from(jobs)
    .where(
      and(
        inArray(jobs.exclusiveKey, keys),
        inArray(jobs.state, [...openJobStates]),
        ne(jobs.batchId, batchId),
      ),
    );
  return { queued: count, otherBatchIds: others.map((other) => other.batchId) };
}
