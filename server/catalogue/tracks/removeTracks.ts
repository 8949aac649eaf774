import { and, eq, inArray } from 'drizzle-orm';
import type { Database, Executor } from '@/db/open';
import { files, jobs, tracks } from '@/db/schema';
import { inChunks } from '../../base/inChunks';
import { deleteTracks } from './deleteTracks';
import { openBatch } from '../../jobs/enqueueJobs';
import { fileKey } from '../../jobs/fileKey';
import { enqueueFiles, importJob } from '../import/fileJobs';
import { removedCode } from '../import/removedCode';
import { noteUploads, settleUploads } from '../upload/uploadsFolder';

const chunkRows = 500;

/**
 * Removes recordings from the library: every encoding of each, their profiles and corrections. Uploads and demo
 * pieces are deleted from disk; files named by path or found in watched folders stay there, and a look through
 * the watched folders does not bring them back. Returns how many tracks were removed.
 */
export async function removeTracks(
  { database, dataDirectory }: { database: Database; dataDirectory: string },
  trackIds: number[],
): Promise<number> {
  if (trackIds.length === 0) return 0;
  let note: Awaited<ReturnType<typeof noteUploads>> | undefined;
  try {
    return await database.transaction(async (transaction) => {
      const { removed, paths } = await remove(transaction, trackIds);
      note = await noteUploads(dataDirectory, paths);
      return removed;
    });
  } finally {
    // Also after a fault: rows may be gone although their end was not heard of, and else every file is kept.
    if (note) await settleUploads({ database, dataDirectory }, note);
  }
}

async function remove(executor: Executor, trackIds: number[]): Promise<{ removed: number; paths: string[] }> {
  const groups = executor.select({ id: tracks.groupId }).from(tracks).where(inArray(tracks.id, trackIds));
  const members = await executor
    .select({ id: tracks.id })
    .from(tracks)
    .where(inArray(tracks.groupId, groups));
  const ids = members.map(({ id }) => id);
  if (ids.length === 0) return { removed: 0, paths: [] };
  const held = await executor.select().from(files).where(inArray(files.trackId, ids));
  const paths = held.map(({ path }) => path);
  // Open jobs too: a file that is just being analysed again would bring its track back.
  await executor.delete(jobs).where(inArray(jobs.exclusiveKey, paths.map(fileKey)));
  await rememberRemoved(
    executor,
    held.filter(({ origin }) => origin === 'path' || origin === 'watched'),
  );
  return { removed: await deleteTracks(executor, ids), paths };
}

/** Leaves a cancelled job for each file, from which later looks see that it is not wanted. */
async function rememberRemoved(executor: Executor, removed: (typeof files.$inferSelect)[]): Promise<void> {
  if (removed.length === 0) return;
  const batchId = await removedBatch(executor);
  const ended = { state: 'cancelled' as const, failureCode: removedCode };
  for await (const chunk of inChunks(removed, chunkRows))
    await enqueueFiles(executor, importJob, { batchId, files: chunk.map((file) => ({ ...file, ended })) });
}

/** The batch of all removals. */
async function removedBatch(executor: Executor): Promise<number> {
  const [row] = await executor
    .select({ batchId: jobs.batchId })
    .from(jobs)
    .where(and(eq(jobs.state, 'cancelled'), eq(jobs.failureCode, removedCode)))
    .limit(1);
  return row?.batchId ?? openBatch(executor, 'Removed from the library');
}
