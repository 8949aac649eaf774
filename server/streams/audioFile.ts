import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { files, tracks } from '@/db/schema';
import { AppError } from '../base/errors';
import { playableType } from './playableType';

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
    .select({ path: files.path, payloadHash: tracks.payloadHash })
    .from(files)
    .innerJoin(tracks, eq(tracks.id, files.trackId))
    .where(and(eq(tracks.groupId, group), isNull(files.missingSince)))
    .orderBy(sql`${tracks.id} <> ${trackId}`, files.id);
  const readable: AudioFile[] = [];
  for (const row of rows) {
    const type = await typeOf(row.path);
    if (type?.mediaType) return { ...row, mediaType: type.mediaType };
    if (type) readable.push(row);
  }
  const chosen = readable.at(0) ?? rows.at(0);
  if (!chosen) throw new AppError('not-found', `invalid trackId: ${trackId} (no file of it is on disk)`);
  return chosen;
}

/** Undefined for a file that cannot be read now: another one may be. Where none can, the reader of the chosen one says why. */
async function typeOf(path: string): Promise<{ mediaType?: string } | undefined> {
  return playableType(path).then(
    (mediaType) => ({ mediaType }),
    () => undefined,
  );
}
