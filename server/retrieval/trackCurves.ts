import { and, asc, eq, gt, inArray, sql, type SQL } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, tracks } from '@/db/schema';
import { isRepresentative } from '../catalogue/tracks/trackSummary';

/** Valence and arousal of a recording's current curve, as decodeMeans reads them. */
export interface TrackCurve {
  trackId: number;
  means: Uint8Array;
}

/** Some 1 MB of curves of four minutes: as much as a search may have to wait for. */
export const curvesAtOnce = 500;

const isSearched = and(isRepresentative, eq(analyses.current, true));

/** Every curve, by track id; the next are read while the last ones are worked on. */
export async function* allCurves(executor: Executor): AsyncGenerator<TrackCurve[]> {
  const readAfter = (trackId: number) => curvesWhere(executor, gt(analyses.trackId, trackId));
  let reading = readAfter(0);
  for (;;) {
    const curves = await reading;
    if (curves.length === 0) return;
    reading = readAfter(curves[curves.length - 1].trackId);
    // A fault is told where it is waited for, unless nobody goes on.
    reading.catch(() => undefined);
    yield curves;
  }
}

/** The curves of those of at most `curvesAtOnce` tracks that have one and stand for their recording. */
export function curvesOf(executor: Executor, trackIds: readonly number[]): Promise<TrackCurve[]> {
  return curvesWhere(executor, inArray(analyses.trackId, [...trackIds]));
}

function curvesWhere(executor: Executor, condition: SQL): Promise<TrackCurve[]> {
  return executor
    .select({
      trackId: analyses.trackId,
      means: sql<Uint8Array>`substring(${analyses.curve} from 1 for (octet_length(${analyses.curve}) + 1) / 2)`,
    })
    .from(analyses)
    .innerJoin(tracks, eq(tracks.id, analyses.trackId))
    .where(and(isSearched, condition))
    .orderBy(asc(analyses.trackId))
    .limit(curvesAtOnce);
}

/** How many curves there are to search, and their bytes as `means` has them. */
export async function measureCurves(executor: Executor): Promise<{ tracks: number; bytes: number }> {
  const [row] = await executor
    .select({
      tracks: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum((octet_length(${analyses.curve}) + 1) / 2), 0)`.mapWith(Number),
    })
    .from(analyses)
    .innerJoin(tracks, eq(tracks.id, analyses.trackId))
    .where(isSearched);
  return row;
}
