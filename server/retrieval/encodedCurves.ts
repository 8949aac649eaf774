import { and, asc, eq, gt, gte, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, sounds, tracks } from '@/db/schema';
import { isRepresentative } from '../catalogue/tracks/trackSummary';
import type { CurveAmount } from './curveMemory';

/** Valence and arousal of a recording's current curve, as decodeMeans reads them. */
export interface EncodedCurve {
  trackId: number;
  means: Uint8Array;
}

/** Some 1 MB of curves of four minutes: as much as a search may have to wait for. */
export const curvesAtOnce = 500;

const means = sql<Uint8Array>`substring(${analyses.curve} from 1 for (octet_length(${analyses.curve}) + 1) / 2)`;
/** In silence nothing moves, whatever its curve says: below the gate of BS.1770, or too short for it and this faint. */
const faintestPeakDb = -60;
const isHeard = or(isNotNull(sounds.loudnessLufs), gte(sounds.samplePeakDb, faintestPeakDb));
const isSearched = and(isRepresentative, eq(analyses.current, true), isHeard);

/** Every curve, by track id; the next are read while the last ones are worked on. */
export async function* allCurves(executor: Executor): AsyncGenerator<EncodedCurve[]> {
  let reading = readPage(executor, 0);
  for (;;) {
    const { curves, last } = await reading;
    if (last === undefined) return;
    reading = readPage(executor, last);
    // A fault is told where it is waited for, unless nobody goes on.
    reading.catch(() => undefined);
    yield curves;
  }
}

/**
 * The next tracks by id, with the curves of those that are searched. Paged by one table alone: the planner takes one
 * track in two hundred to stand for its recording, and would rather read all curves for each page.
 */
async function readPage(
  executor: Executor,
  after: number,
): Promise<{ curves: EncodedCurve[]; last: number | undefined }> {
  const page = executor
    .select({ id: tracks.id, groupId: tracks.groupId })
    .from(tracks)
    .where(gt(tracks.id, after))
    .orderBy(asc(tracks.id))
    .limit(curvesAtOnce)
    .as('page');
  const rows = await executor
    .select({ trackId: page.id, means: sql<Uint8Array | null>`${means}` })
    .from(page)
    .leftJoin(sounds, and(eq(sounds.trackId, page.id), isHeard, eq(page.id, page.groupId)))
    .leftJoin(analyses, and(eq(analyses.trackId, sounds.trackId), eq(analyses.current, true)))
    .orderBy(asc(page.id));
  return {
    curves: rows.flatMap(({ trackId, means }) => (means ? [{ trackId, means }] : [])),
    last: rows.at(-1)?.trackId,
  };
}

/** The curves of those of at most `curvesAtOnce` tracks that have one and stand for their recording. */
export function curvesOf(executor: Executor, trackIds: readonly number[]): Promise<EncodedCurve[]> {
  return executor
    .select({ trackId: analyses.trackId, means })
    .from(analyses)
    .innerJoin(tracks, eq(tracks.id, analyses.trackId))
    .innerJoin(sounds, eq(sounds.trackId, analyses.trackId))
    .where(and(isSearched, inArray(analyses.trackId, [...trackIds])));
}

/** So many curves, the same at every start: those of the tracks that come first by a hash of their ids. */
export async function sampledCurves(executor: Executor, count: number): Promise<EncodedCurve[]> {
  const rows = await executor
    .select({ trackId: analyses.trackId })
    .from(analyses)
    .innerJoin(tracks, eq(tracks.id, analyses.trackId))
    .innerJoin(sounds, eq(sounds.trackId, analyses.trackId))
    .where(isSearched)
    .orderBy(sql`hashint4(${analyses.trackId})`, asc(analyses.trackId))
    .limit(count);
  return curvesOf(
    executor,
    rows.map(({ trackId }) => trackId),
  );
}

/** How much there is to search. */
export async function measureCurves(executor: Executor): Promise<CurveAmount> {
  const [row] = await executor
    .select({
      tracks: sql<number>`count(*)::int`,
      bytes: sql<number>`coalesce(sum((octet_length(${analyses.curve}) + 1) / 2), 0)`.mapWith(Number),
    })
    .from(analyses)
    .innerJoin(tracks, eq(tracks.id, analyses.trackId))
    .innerJoin(sounds, eq(sounds.trackId, analyses.trackId))
    .where(isSearched);
  return row;
}
