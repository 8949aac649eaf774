import { and, asc, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, corrections, sounds, tracks } from '@/db/schema';
import { filterCondition, narrows, type TrackFilter } from '../catalogue/tracks/trackFilter';
import { isRepresentative, type TrackSummary } from '../catalogue/tracks/trackSummary';
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
 * The recordings nearest to a point of the plane, by Euclidean distance, nearest first, ties by track id. Exact; a
 * person's correction counts in the model's place. A serving process answers from memory, where a filter costs
 * microseconds; until its points are loaded, the database does.
 */
export async function nearPoint(retrieval: Retrieval, input: NearPointInput): Promise<NearMatch[]> {
  const { database, feed, filters, points, summaries } = retrieval;
  await feed.catchUp();
  if (!points.complete) return nearPointInDatabase(database, input);
  const { filter, limit } = input;
  const through = filter && narrows(filter) ? await filters.through(filter) : undefined;
  return summaries.join(points.nearest(input, limit, through));
}

/**
 * The same from the database alone, as the command line asks. The index on the model's static emotion answers for all
 * but the few tracks that a person corrected; those are ranked apart and merged.
 */
export async function nearPointInDatabase(executor: Executor, input: NearPointInput): Promise<NearMatch[]> {
  const condition = and(isRepresentative, filterCondition(input.filter));
  const [byModel, byPerson] = await Promise.all([
    nearestByModel(executor, input, condition),
    nearestByPerson(executor, input, condition),
  ]);
  const nearest = [...byModel, ...byPerson]
    .sort((a, b) => a.distance - b.distance || a.trackId - b.trackId)
    .slice(0, input.limit);
  return withSummaries(executor, nearest);
}

/** `analyses.emotion <-> point` alone leads the order, or the index could not give it; ties are sorted after. */
function nearestByModel(executor: Executor, { valence, arousal, limit }: NearPointInput, condition?: SQL) {
  const distance = sql<number>`${analyses.emotion} <-> point(${valence}, ${arousal})`;
  return executor
    .select({ trackId: tracks.id, distance: distance.as('distance') })
    .from(analyses)
    .innerJoin(tracks, eq(tracks.id, analyses.trackId))
    .innerJoin(sounds, eq(sounds.trackId, tracks.id))
    .leftJoin(corrections, eq(corrections.trackId, tracks.id))
    .where(and(eq(analyses.current, true), isNull(corrections.trackId), condition))
    .orderBy(distance, asc(analyses.trackId))
    .limit(limit);
}

function nearestByPerson(executor: Executor, { valence, arousal, limit }: NearPointInput, condition?: SQL) {
  const distance = sql<number>`point(${corrections.valence}, ${corrections.arousal}) <-> point(${valence}, ${arousal})`;
  return executor
    .select({ trackId: tracks.id, distance: distance.as('distance') })
    .from(corrections)
    .innerJoin(analyses, and(eq(analyses.trackId, corrections.trackId), eq(analyses.current, true)))
    .innerJoin(tracks, eq(tracks.id, corrections.trackId))
    .innerJoin(sounds, eq(sounds.trackId, tracks.id))
    .where(condition)
    .orderBy(distance, asc(tracks.id))
    .limit(limit);
}
