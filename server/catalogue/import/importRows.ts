import { and, eq, inArray, isNotNull, ne, notInArray, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { batches, files, jobs, openJobStates } from '@/db/schema';
import type { ImportRequest, NamedFile } from './enqueueImport';
import type { Obstacle } from './walkPaths';

/** Size and time under which a path was last read. */
export interface Bytes {
  sizeBytes: number;
  modifiedMs: number;
}

export type EndedJob = Bytes & Pick<typeof jobs.$inferSelect, 'state' | 'failure' | 'failureCode'>;

/** True when a file has the size and time it had when it was last read. */
export function sameBytes(one: Bytes | undefined, other: Bytes): boolean {
  return one !== undefined && one.sizeBytes === other.sizeBytes && one.modifiedMs === other.modifiedMs;
}

/** The size and time of those of `paths` that hold a track. */
export async function knownFiles(executor: Executor, paths: string[]): Promise<Map<string, Bytes>> {
  const { path, sizeBytes, modifiedMs } = files;
  const rows = await executor.select({ path, sizeBytes, modifiedMs }).from(files).where(inArray(path, paths));
  return new Map(rows.map((row) => [row.path, row]));
}

/** The failed or cancelled job of each of `paths` that has one. */
export async function endedJobs(executor: Executor, paths: string[]): Promise<Map<string, EndedJob>> {
  const rows = await executor
    .select()
    .from(jobs)
    .where(and(inArray(jobs.path, paths), inArray(jobs.state, ['failed', 'cancelled'])))
    .orderBy(jobs.id);
  return new Map(rows.map((row) => [row.path, row]));
}

/** Files that were missed and are back as they were. */
export async function welcomeBack(executor: Executor, paths: string[]): Promise<void> {
  if (paths.length === 0) return;
  await executor
    .update(files)
    .set({ missingSince: null })
    .where(and(inArray(files.path, paths), isNotNull(files.missingSince)));
}

export async function openBatch(
  executor: Executor,
  { label, origin }: Pick<ImportRequest, 'label' | 'origin'>,
): Promise<number> {
  const [row] = await executor.insert(batches).values({ label, origin }).returning({ id: batches.id });
  return row.id;
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
  const common = { batchId, origin: request.origin, priority: request.priority };
  const queued = wanted.map(({ path, name, sizeBytes, modifiedMs }) => ({
    ...common,
    path,
    name,
    sizeBytes,
    modifiedMs,
  }));
  const failed = unreadable.map(({ path, reason }) => ({
    ...common,
    path,
    sizeBytes: 0,
    modifiedMs: 0,
    state: 'failed' as const,
    failureCode: 'unreadable',
    failure: reason,
    finishedAt: new Date(),
  }));
  const paths = [...queued, ...failed].map(({ path }) => path);
  await executor
    .delete(jobs)
    .where(and(inArray(jobs.path, paths), notInArray(jobs.state, [...openJobStates])));
  if (failed.length > 0) await executor.insert(jobs).values(failed);
  if (queued.length === 0) return { queued: 0, otherBatchIds: [] };
  const rows = await executor.insert(jobs).values(queued).onConflictDoNothing().returning({ id: jobs.id });
  if (rows.length === queued.length) return { queued: rows.length, otherBatchIds: [] };
  const others = await executor
    .selectDistinct({ batchId: jobs.batchId })
    .from(jobs)
    .where(
      and(inArray(jobs.path, paths), inArray(jobs.state, [...openJobStates]), ne(jobs.batchId, batchId)),
    );
  return { queued: rows.length, otherBatchIds: others.map((other) => other.batchId) };
}
