import type { FileHandle } from 'node:fs/promises';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { files, tracks } from '@/db/schema';
import { AppError, isAppError } from '../base/errors';
import { isChangedFile, openImported } from '../base/importedFile';
import { playableType } from './playableType';
import type { ConvertibleFile } from './wavCache';

export interface AudioFile extends ConvertibleFile {
  /** Set when browsers play the file as it is. */
  mediaType?: string;
}

/** The same, open where browsers play it: by this handle it was seen what it is. Whoever has it closes it. */
export interface OpenAudioFile extends AudioFile {
  handle?: FileHandle;
}

/** Until when whoever asked waits, and what is told of files that are no longer what was imported. */
export interface AudioFileWish {
  signal?: AbortSignal;
  onChanged?: (path: string) => Promise<void>;
}

/** The file to play for a track, as openAudioFileOf finds it. Throws likewise. */
export async function audioFileOf(executor: Executor, trackId: number): Promise<AudioFile> {
  const { handle, ...file } = await openAudioFileOf(executor, trackId);
  await handle?.close();
  return file;
}

/**
 * The file to play for a track: its own, or another encoding of the same recording when that one is gone, no longer what
 * was imported (of which `onChanged` is told), or cannot be played by browsers. Throws AppError 'not-found', and 'too-many'
 * or 'unavailable' as playableType does.
 */
export async function openAudioFileOf(
  executor: Executor,
  trackId: number,
  wish: AudioFileWish = {},
): Promise<OpenAudioFile> {
  const rows = await filesOf(executor, trackId);
  const readable: AudioFile[] = [];
  for (const row of rows) {
    const looked = await lookAt(row, wish);
    if (looked?.handle) return { ...row, ...looked };
    if (looked) readable.push(row);
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

/** What says nothing of the file. */
const passing = ['too-many', 'unavailable'];

/** Undefined for a file that cannot be read now: another one may be. Where none can, the reader of the chosen one says why. */
async function lookAt(
  row: AudioFile,
  { signal, onChanged }: AudioFileWish,
): Promise<Pick<OpenAudioFile, 'mediaType' | 'handle'> | undefined> {
  try {
    return await opened(row, signal);
  } catch (error) {
    if (isAppError(error) && passing.includes(error.code)) throw error;
    if (isChangedFile(error)) await onChanged?.(row.path);
    return undefined;
  }
}

/** Open where browsers play it, closed again otherwise. */
async function opened(
  row: AudioFile,
  signal?: AbortSignal,
): Promise<Pick<OpenAudioFile, 'mediaType' | 'handle'>> {
  const file = await openImported(row);
  let mediaType: string | undefined;
  try {
    mediaType = await playableType(file, signal);
  } finally {
    if (mediaType === undefined) await file.handle.close();
  }
  return mediaType === undefined ? {} : { mediaType, handle: file.handle };
}
