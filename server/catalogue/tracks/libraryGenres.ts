import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, tracks } from '@/db/schema';
import { isRepresentative } from './trackSummary';

/** More than these would be no list to choose from. */
const most = 200;

/** A genre as most of its tracks write it, whatever the case and accents, and how many recordings name it. */
export interface Genre {
  name: string;
  tracks: number;
}

/** The genres of the recordings that can be found, the most frequent first; at most 200. */
export function libraryGenres(executor: Executor): Promise<Genre[]> {
  const count = sql<number>`count(*)::int`;
  const name = sql<string>`mode() within group (order by ${tracks.genre})`;
  return executor
    .select({ name, tracks: count })
    .from(tracks)
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)))
    .where(and(isRepresentative, isNotNull(tracks.genreKey)))
    .groupBy(tracks.genreKey)
    .orderBy(desc(count), name)
    .limit(most);
}
