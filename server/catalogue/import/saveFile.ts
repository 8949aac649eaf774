import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { files, tracks } from '@/db/schema';
import { deleteTracks } from '../tracks/deleteTracks';
import type { FileIdentity } from '../../analysis/fileFacts';
import type { JobFile } from './fileJobs';
import { tagColumns } from './fileLabels';
import { labelTracks } from './labelTracks';

/**
 * Notes that a job's file holds `trackId`, which is named by its files anew. A track that the same path held before is deleted when no other
 * file holds it; `movedFrom` are paths of the same sound that are gone from disk.
 */
export async function saveFile(
  executor: Executor,
  file: JobFile,
  { trackId, identity, movedFrom }: { trackId: number; identity: FileIdentity; movedFrom: string[] },
): Promise<void> {
  const { path, origin, name } = file;
  const { sizeBytes, modifiedMs, changedMs, tags, cover } = identity;
  const [before] = await executor.select({ trackId: files.trackId }).from(files).where(eq(files.path, path));
  const times = { sizeBytes, modifiedMs, changedMs };
  const read = { trackId, ...times, cover, ...tagColumns(file, tags), missingSince: null };
  await executor
    .insert(files)
    .values({ ...read, path, origin, name })
    .onConflictDoUpdate({ target: files.path, set: read });
  if (movedFrom.length > 0) {
    await executor.delete(files).where(and(eq(files.trackId, trackId), inArray(files.path, movedFrom)));
  }
  if (before && before.trackId !== trackId) await deleteIfHeldByNone(executor, before.trackId);
  await labelTracks(executor, before ? [trackId, before.trackId] : [trackId]);
}

async function deleteIfHeldByNone(executor: Executor, trackId: number): Promise<void> {
  const [held] = await executor
    .select({ count: sql<number>`count(*)::int` })
    .from(files)
    .where(eq(files.trackId, trackId));
  if (held.count === 0) await deleteTracks(executor, [trackId]);
}

/** The other paths under which a payload is known: where they are gone from disk, the file has moved. */
export async function otherPaths(executor: Executor, payloadHash: string, path: string): Promise<string[]> {
  const rows = await executor
    .select({ path: files.path })
    .from(files)
    .innerJoin(tracks, eq(tracks.id, files.trackId))
    .where(and(eq(tracks.payloadHash, payloadHash), ne(files.path, path)))
    .limit(20);
  return rows.map((row) => row.path);
}
