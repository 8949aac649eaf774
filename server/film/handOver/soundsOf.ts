import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Executor } from '@/db/open';
import { files, tracks } from '@/db/schema';
import type { ImportedFile } from '../../base/importedFile';
import { artistText } from '../../catalogue/tracks/trackFacts';

/** A track's sound on disk, and what is told of it. */
export interface TrackSound extends ImportedFile {
  trackId: number;
  title: string;
  artist: string | null;
  album: string | null;
  durationSeconds: number;
  payloadHash: string;
}

const asked = alias(tracks, 'asked');

/** The sound of each track that has a file on disk, its own before another encoding of the same recording. */
export async function soundsOf(executor: Executor, trackIds: number[]): Promise<Map<number, TrackSound>> {
  if (trackIds.length === 0) return new Map();
  const rows = await executor
    .select({
      trackId: asked.id,
      title: asked.title,
      artist: artistText(asked.artists),
      album: asked.album,
      durationSeconds: tracks.durationSeconds,
      payloadHash: tracks.payloadHash,
      path: files.path,
      sizeBytes: files.sizeBytes,
      modifiedMs: files.modifiedMs,
      changedMs: files.changedMs,
    })
    .from(asked)
    .innerJoin(tracks, eq(tracks.groupId, asked.groupId))
    .innerJoin(files, eq(files.trackId, tracks.id))
    .where(and(inArray(asked.id, trackIds), isNull(files.missingSince)))
    .orderBy(sql`${tracks.id} = ${asked.id}`, files.id);
  // Later rows rule: the track's own files come last.
  return new Map(rows.map((row) => [row.trackId, row]));
}

/** A track's file as it was imported, and no more of it: what goes to another process. */
export function fileOf({ path, sizeBytes, modifiedMs, changedMs }: TrackSound): ImportedFile {
  return { path, sizeBytes, modifiedMs, changedMs };
}
