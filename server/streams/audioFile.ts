import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { files, tracks } from '@/db/schema';
import { AppError } from '../base/errors';
import { playableType } from './playable';

export interface AudioFile {
  path: string;
  payloadHash: string;
  /** Set when browsers play the file as it is. */
  mediaType?: string;
}

/**
 * The file to play for a track: its own, or another encoding of the same recording when that one is gone
 * or cannot be played by browsers. Throws AppError 'not-found'.
 */
export async function audioFileOf(executor: Executor, trackId: number): Promise<AudioFile> {
  const group = sql`(select asked.group_id from tracks asked where asked.id = ${trackId})`;
  const rows = await executor
    .select({
      path: files.path,
      payloadHash: tracks.payloadHash,
      container: tracks.container,
      codec: tracks.codec,
      channels: tracks.channels,
    })
    .from(files)
    .innerJoin(tracks, eq(tracks.id, files.trackId))
    .where(and(eq(tracks.groupId, group), isNull(files.missingSince)))
    .orderBy(sql`${tracks.id} <> ${trackId}`, files.id);
  const candidates = rows.map((row) => ({
    path: row.path,
    payloadHash: row.payloadHash,
    mediaType: playableType(row),
  }));
  const chosen = candidates.find((candidate) => candidate.mediaType) ?? candidates[0];
  if (!chosen) throw new AppError('not-found', `invalid trackId: ${trackId} (no file of it is on disk)`);
  return chosen;
}
