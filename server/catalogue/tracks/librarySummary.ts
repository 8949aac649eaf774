import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, corrections, tracks } from '@/db/schema';
import type { Caller } from '../../access/caller';
import { correctionBy, isRepresentative } from './trackSummary';
import { effectiveArousal, effectiveValence } from './trackFacts';

/** Mean, standard deviation and range of one dimension over the recordings of the library. */
interface Spread {
  mean: number;
  deviation: number;
  min: number;
  max: number;
}

/** How a library lies in the plane, and how much its tracks move within themselves. */
export interface LibrarySummary {
  tracks: number;
  valence: Spread;
  arousal: Spread;
  /** Median over the tracks of the deviation among the 8 segment means of the curve. */
  within: { valence: number; arousal: number };
}

export async function librarySummary(executor: Executor, caller: Caller): Promise<LibrarySummary> {
  const within = (from: number) =>
    sql<number>`
    percentile_cont(0.5) within group (order by
      (select stddev_pop(mean) from unnest((${analyses.sketch}::real[])[${sql.raw(String(from))}:${sql.raw(String(from + 7))}]) mean))`.mapWith(
      Number,
    );
  const [row] = await executor
    .select({
      tracks: sql<number>`count(*)::int`,
      valence: spreadOf(effectiveValence),
      arousal: spreadOf(effectiveArousal),
      withinValence: within(1),
      withinArousal: within(9),
    })
    .from(tracks)
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)))
    .leftJoin(corrections, correctionBy(caller))
    .where(isRepresentative);
  const { withinValence, withinArousal, ...rest } = row;
  return { ...rest, within: { valence: withinValence ?? 0, arousal: withinArousal ?? 0 } };
}

function spreadOf(value: typeof effectiveValence) {
  return sql<Spread>`json_build_object(
    'mean', coalesce(avg(${value}), 0), 'deviation', coalesce(stddev_pop(${value}), 0),
    'min', coalesce(min(${value}), 0), 'max', coalesce(max(${value}), 0))`;
}
