import { and, asc, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, corrections } from '@/db/schema';
import { filterCondition, type TrackFilter } from '../catalogue/tracks/trackFilter';
import {
  isRepresentative,
  summarySource,
  toSummary,
  type TrackSummary,
} from '../catalogue/tracks/trackSummary';

export interface NearPointInput {
  valence: number;
  arousal: number;
  limit: number;
  filter?: TrackFilter;
}

/**
 * The recordings nearest to a point of the plane, by Euclidean distance, nearest first, ties by track id.
 * Exact. The index on the model's static emotion answers for all but the few tracks a person corrected;
 * those are ranked apart and merged in.
 */
export async function nearPoint(
  executor: Executor,
  input: NearPointInput,
): Promise<(TrackSummary & { distance: number })[]> {
  const target = sql`point(${input.valence}, ${input.arousal})`;
  const condition = and(isRepresentative, filterCondition(input.filter));
  const corrected = sql`point(${corrections.valence}, ${corrections.arousal})`;
  const [byModel, byPerson] = await Promise.all([
    summarySource(executor)
      .where(and(condition, isNull(corrections.trackId)))
      .orderBy(sql`${analyses.emotion} <-> ${target}`)
      .limit(input.limit),
    summarySource(executor)
      .where(and(condition, isNotNull(corrections.trackId)))
      .orderBy(asc(sql`${corrected} <-> ${target}`))
      .limit(input.limit),
  ]);
  return [...byModel, ...byPerson]
    .map((row) => ({
      ...toSummary(row),
      distance: Math.hypot(row.valence - input.valence, row.arousal - input.arousal),
    }))
    .sort((a, b) => a.distance - b.distance || a.trackId - b.trackId)
    .slice(0, input.limit);
}
