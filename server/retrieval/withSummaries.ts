import { inArray } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { tracks } from '@/db/schema';
import type { Caller } from '../access/caller';
import { summarySource, toSummary, type TrackSummary } from '../catalogue/tracks/trackSummary';

/** Joins ranked track ids with what lists show of them, in the same order; a track removed meanwhile drops out. */
export async function withSummaries<Ranked extends { trackId: number }>(
  executor: Executor,
  caller: Caller,
  ranked: Ranked[],
): Promise<(TrackSummary & Ranked)[]> {
  const summaries = await readSummaries(
    executor,
    caller,
    ranked.map(({ trackId }) => trackId),
  );
  return joinSummaries(ranked, new Map(summaries.map((summary) => [summary.trackId, summary])));
}

/** What lists show of those of the tracks that are there, in any order. */
export async function readSummaries(
  executor: Executor,
  caller: Caller,
  trackIds: number[],
): Promise<TrackSummary[]> {
  if (trackIds.length === 0) return [];
  const rows = await summarySource(executor, caller).where(inArray(tracks.id, trackIds));
  return rows.map(toSummary);
}

export function joinSummaries<Ranked extends { trackId: number }>(
  ranked: Ranked[],
  summaries: ReadonlyMap<number, TrackSummary>,
): (TrackSummary & Ranked)[] {
  return ranked.flatMap((match) => {
    const summary = summaries.get(match.trackId);
    return summary ? [{ ...summary, ...match }] : [];
  });
}
