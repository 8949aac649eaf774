import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { files, tracks } from '@/db/schema';
import { searchKeyOf } from '../tracks/searchKey';
import { withKeys } from './fileLabels';

const rowsAtOnce = 500;

/**
 * Gives the tracks and files of an older version, or of a backup from it, the keys they are sorted and found by; until
 * that is done they stand last and are not found by words. Ends early on `signal`. Returns how many were filled in.
 */
export async function fillKeys(executor: Executor, signal?: AbortSignal): Promise<number> {
  return (
    (await inSteps((after) => fillSearchKeys(executor, after), signal)) +
    (await inSteps((after) => fillSortKeys(executor, after), signal))
  );
}

/** Has a step filled in that goes on after the number it is given, until it finds nothing more. */
async function inSteps(step: (after: number) => Promise<number[]>, signal?: AbortSignal): Promise<number> {
  let filled = 0;
  let after = 0;
  while (!signal?.aborted) {
    const ids = await step(after);
    if (ids.length === 0) break;
    filled += ids.length;
    after = ids[ids.length - 1];
  }
  return filled;
}

/** A file whose tags were not kept is found by what its track is called. */
async function fillSearchKeys(executor: Executor, after: number): Promise<number[]> {
  const { title, artists, album, genre } = tracks;
  const rows = await executor
    .select({ id: files.id, title, artists, album, genre })
    .from(files)
    .innerJoin(tracks, eq(tracks.id, files.trackId))
    .where(and(gt(files.id, after), isNull(files.searchKey)))
    .orderBy(asc(files.id))
    .limit(rowsAtOnce);
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) {
    await executor.execute(sql`update ${files} set search_key = given.key
      from unnest(${sql.param(ids)}::int[], ${sql.param(rows.map(searchKeyOf))}::text[]) as given(id, key)
      where ${files.id} = given.id and ${files.searchKey} is null`);
  }
  return ids;
}

async function fillSortKeys(executor: Executor, after: number): Promise<number[]> {
  const rows = await executor
    .select()
    .from(tracks)
    .where(and(gt(tracks.id, after), isNull(tracks.titleKey)))
    .orderBy(asc(tracks.id))
    .limit(rowsAtOnce);
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) {
    const keys = rows.map(withKeys);
    const column = (name: 'titleKey' | 'artistKey' | 'albumKey' | 'genreKey') =>
      sql`${sql.param(keys.map((each) => each[name]))}::text[]`;
    await executor.execute(sql`update ${tracks} set title_key = given.title, artist_key = given.artist,
        album_key = given.album, genre_key = given.genre
      from unnest(${sql.param(ids)}::int[], ${column('titleKey')}, ${column('artistKey')}, ${column('albumKey')},
        ${column('genreKey')}) as given(id, title, artist, album, genre)
      where ${tracks.id} = given.id and ${tracks.titleKey} is null`);
  }
  return ids;
}
