import { and, eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, corrections, sounds, tracks } from '@/db/schema';
import type { Caller } from '../access/caller';
import { filterCondition, narrows, type TrackFilter } from '../catalogue/tracks/trackFilter';
import { isHeard } from '../catalogue/tracks/silence';
import { correctionBy, isRepresentative, type TrackSummary } from '../catalogue/tracks/trackSummary';
import type { Retrieval } from './retrieval';
import { withSummaries } from './withSummaries';

export interface NearPointInput {
  valence: number;
  arousal: number;
  limit: number;
  filter?: TrackFilter;
}

export type NearMatch = TrackSummary & { distance: number };

/**
 * The recordings nearest to a point of the plane, silence left out, by Euclidean distance, nearest first, ties by track id. Exact; the
 * caller's corrections count in the model's place. A serving process answers from memory, where a filter costs
 * microseconds; until its points are loaded, and for people whose corrections it does not hold, the database does.
 */
export async function nearPoint(
  retrieval: Retrieval,
  caller: Caller,
  input: NearPointInput,
): Promise<NearMatch[]> {
  const { database, feed, filters, points, summaries } = retrieval;
  await feed.catchUp();
  if (!points.answers(caller)) return nearPointInDatabase(database, caller, input);
  const { filter, limit } = input;
  const among = filter && narrows(filter) ? await filters.among(filter) : undefined;
  return summaries.join(caller, points.nearest(input, limit, among));
}

/**
 * The same from the database alone, as the command line asks. The index on the model's static emotion answers for all
 * but the few tracks that the caller corrected; those are ranked apart and merged.
 */
export async function nearPointInDatabase(
  executor: Executor,
  caller: Caller,
  input: NearPointInput,
): Promise<NearMatch[]> {
  const [byModel, byPerson] = await Promise.all([
    nearest(executor, input, {
      caller,
      place: sql`${analyses.emotion}`,
      condition: isNull(corrections.trackId),
    }),
    nearest(executor, input, {
      caller,
      place: sql`point(${corrections.valence}, ${corrections.arousal})`,
      condition: isNotNull(corrections.trackId),
    }),
  ]);
  const ranked = [...byModel, ...byPerson]
    .sort((a, b) => a.distance - b.distance || a.trackId - b.trackId)
    .slice(0, input.limit);
  return withSummaries(executor, caller, ranked);
}

/**
 * The nearest by `place`, and all that are as near as the last of them. Ordered by the distance alone, or the index
 * could not give the order, and with the ties, or it would not be exact.
 */
async function nearest(
  executor: Executor,
  { valence, arousal, limit, filter }: NearPointInput,
  { caller, place, condition }: { caller: Caller; place: SQL; condition: SQL },
): Promise<{ trackId: number; distance: number }[]> {
  const distance = sql`${place} <-> point(${valence}, ${arousal})`;
  const where = and(
    isRepresentative,
    isHeard,
    eq(analyses.current, true),
    condition,
    filterCondition(filter),
  );
  const { rows } = await executor.execute<{ id: number; distance: number }>(sql`
    select ${tracks.id} as id, ${distance} as distance
    from ${analyses}
    join ${tracks} on ${tracks.id} = ${analyses.trackId}
    join ${sounds} on ${sounds.trackId} = ${analyses.trackId}
    left join ${corrections} on ${correctionBy(caller, analyses.trackId)}
    where ${where}
    order by ${distance} fetch first (${limit}::int) rows with ties`);
  return rows.map(({ id, distance }) => ({ trackId: id, distance }));
}
