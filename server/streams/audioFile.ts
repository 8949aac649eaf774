import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { files, tracks } from '@/db/schema';
import { AppError } from '../base/errors';
import { isChangedFile, openImported } from '../base/importedFile';
import { playableType } from './playableType';
import type { ConvertibleFile } from './wavCache';

export interface AudioFile extends ConvertibleFile {
  /** Set when browsers play the file as it is. */
  mediaType?: string;
}

/**
 * The file to play for a track: its own, or another encoding of the same recording when that one is gone, no longer what
 * was imported (of which `onChanged` is told), or cannot be played by browsers. Throws AppError 'not-found'.
 */
export async function audioFileOf(
  executor: Executor,
  trackId: number,
  onChanged?: (path: string) => Promise<void>,
): Promise<AudioFile> {
  const rows = await filesOf(executor, trackId);
  const readable: AudioFile[] = [];
  for (const row of rows) {
    const type = await typeOf(row, onChanged);
    if (type?.mediaType) return { ...row, mediaType: type.mediaType };
    if (type) readable.push(row);
  }
  const chosen = readable.at(0) ?? rows.at(0);
  if (!chosen) throw new AppError('not-found', `invalid trackId: ${trackId} (no file of it is on disk)`);
  return chosen;
}

async function filesOf(executor: Executor, trackId: number): Promise<AudioFile[]> {
  const group = sql`(select asked.group_id from tracks asked where asked.id = ${trackId})`;
  const { path, sizeBytes, modifiedMs, changedMs } = files;
  const { payloadHash, durationSeconds, sampleRateHz, channels } = tracks;
  return executor
    .select({
      ...{ path, sizeBytes, modifiedMs, changedMs, payloadHash },
      sound: { durationSeconds, sampleRateHz, channels },
    })
    .from(files)
    .innerJoin(tracks, eq(tracks.id, files.trackId))
    .where(and(eq(tracks.groupId, group), isNull(files.missingSince)))
    .orderBy(sql`${tracks.id} <> ${trackId}`, files.id);
}

/** Undefined for a file that cannot be read now: another one may be. Where none can, the reader of the chosen one says why. */
async function typeOf(
  row: AudioFile,
  onChanged?: (path: string) => Promise<void>,
): Promise<{ mediaType?: string } | undefined> {
  try {
    const opened = await openImported(row);
    try {
      return { mediaType: await playableType(opened) };
    } finally {
      await opened.handle.close();
    }
  } catch (error) {
    if (isChangedFile(error)) await onChanged?.(row.path);
    return undefined;
  }
}
