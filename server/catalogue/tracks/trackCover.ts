import { access } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Database, Executor } from '@/db/open';
import { files } from '@/db/schema';
import { coverTypes, noCover, type CoverEnding } from '../../analysis/coverTypes';
import { coverFolder } from '../../base/dataFolders';
import { AppError } from '../../base/errors';
import { withLookAgain } from '../import/lookAgain';
import { readCover } from './readCover';

/** Where tracks are, and where their pictures are kept. */
export interface CoverPlace {
  database: Database;
  dataDirectory: string;
  signal?: AbortSignal;
}

/** Where a picture is kept, and what it is by its first bytes. */
interface TrackCover {
  path: string;
  mediaType: string;
}

type FileRow = Pick<
  typeof files.$inferSelect,
  'id' | 'path' | 'sizeBytes' | 'modifiedMs' | 'changedMs' | 'cover' | 'tags'
>;

/**
 * The cover picture in a track's tags, as it was kept when its file was read. One that is not kept, as in the rows of an
 * older version, is read from the file by the analysis process, in turn.
 * Throws AppError 'not-found', 'conflict' for a file that has changed, and as readCover does.
 */
export async function trackCover(place: CoverPlace, trackId: number): Promise<TrackCover> {
  const file = await coveredFile(place.database, trackId);
  if (!file) throw new AppError('not-found', `invalid trackId: ${trackId} (no file of it is on disk)`);
  const none = new AppError('not-found', `invalid trackId: ${trackId} (it has no cover picture)`);
  if (file.cover === noCover || file.tags?.hasCover === false) throw none;
  const folder = coverFolder(place.dataDirectory);
  const kept = file.cover === null ? undefined : await keptCover(folder, file.cover);
  if (kept) return kept;
  const name = await withLookAgain(place.database, file.path, () => readCover(file, folder, place.signal));
  await noteCover(place.database, file, name);
  const read = name === noCover ? undefined : await keptCover(folder, name);
  if (!read) throw none;
  return read;
}

/** The file of a track that has a picture, if one has. */
async function coveredFile(executor: Executor, trackId: number): Promise<FileRow | undefined> {
  const { id, path, sizeBytes, modifiedMs, changedMs, cover, tags } = files;
  const [file] = await executor
    .select({ id, path, sizeBytes, modifiedMs, changedMs, cover, tags })
    .from(files)
    .where(and(eq(files.trackId, trackId), isNull(files.missingSince)))
    .orderBy(desc(sql`coalesce((${tags} ->> 'hasCover')::boolean, false)`), asc(sql`${cover} = ''`), id)
    .limit(1);
  return file;
}

async function keptCover(folder: string, name: string): Promise<TrackCover | undefined> {
  const ending = extname(name).slice(1) as CoverEnding;
  const path = join(folder, name);
  return access(path).then(
    () => ({ path, mediaType: coverTypes[ending] }),
    () => undefined,
  );
}

/** Notes what was found, unless the file has been read anew meanwhile. */
async function noteCover(executor: Executor, file: FileRow, cover: string): Promise<void> {
  const { id, sizeBytes, modifiedMs } = file;
  const isAsItWas = and(eq(files.id, id), eq(files.sizeBytes, sizeBytes), eq(files.modifiedMs, modifiedMs));
  await executor.update(files).set({ cover }).where(isAsItWas);
}
