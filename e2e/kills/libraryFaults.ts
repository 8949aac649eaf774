import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { eq, isNull, notInArray } from 'drizzle-orm';
import { analyses, files, jobs, tracks } from '@/db/schema';
import type { House } from './house';

/** What is wrong with a library that should hold `expected` files, each once, each heard, with nothing left to do. */
export async function libraryFaults(house: House, expected: number): Promise<string[]> {
  const { paths, own, trackCount, heard, unfinished } = await house.read(async (database) => ({
    paths: (await database.select({ path: files.path }).from(files).where(isNull(files.missingSince))).map(
      ({ path }) => path,
    ),
    own: (await database.select({ path: files.path }).from(files).where(eq(files.origin, 'upload'))).map(
      ({ path }) => path,
    ),
    trackCount: await database.$count(tracks),
    heard: await database.$count(analyses, eq(analyses.current, true)),
    unfinished: await database
      .select({ state: jobs.state, failure: jobs.failure })
      .from(jobs)
      .where(notInArray(jobs.state, ['done', 'cancelled'])),
  }));
  const gone = paths.filter((path) => !existsSync(path));
  const strange = own.filter((path) => !path.startsWith(house.dataDirectory + sep));
  const unnamed = uploadsOf(house).filter((path) => !own.includes(path));
  return [
    paths.length === expected ? '' : `${paths.length} files where ${expected} were brought`,
    new Set(paths).size === paths.length ? '' : 'a file is there twice',
    trackCount === expected ? '' : `${trackCount} tracks of ${expected} sounds`,
    heard === expected ? '' : `${heard} tracks of ${expected} have an answer`,
    unfinished.length === 0 ? '' : `jobs that came to no end: ${JSON.stringify(unfinished)}`,
    gone.length === 0 ? '' : `rows that name no file: ${gone[0]}`,
    strange.length === 0 ? '' : `uploads that lie elsewhere: ${strange[0]}`,
    unnamed.length === 0 ? '' : `uploads that no row names: ${unnamed[0]}`,
  ].filter((fault) => fault !== '');
}

/** The uploads that lie on disk, but what is only arriving. */
function uploadsOf({ dataDirectory }: House): string[] {
  const folder = join(dataDirectory, 'uploads');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.endsWith(`${sep}incoming`))
    .map((entry) => join(entry.parentPath, entry.name));
}
