import { inArray } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { tracks } from '@/db/schema';
import { summarySource, toSummary, type TrackSummary } from '../catalogue/tracks/trackSummary';

/** Joins ranked track ids with what lists show of them, in the same order; a track removed meanwhile drops out. */
export async function withSummaries<Ranked extends { trackId: number }>(
  executor: Executor,
  ranked: Ranked[],
): Promise<(TrackSummary & Ranked)[]> {
  if (ranked.length === 0) return [];
  const ids = ranked.map((match) => match.trackId);
  const rows = await summarySource(executor).where(inArray(tracks.id, ids));
  const summaries = new Map(rows.map((row) => [row.trackId, toSummary(row)]));
  return ranked.flatMap((match) => {
    const summary = summaries.get(match.trackId);
    return summary ? [{ ...summary, ...match }] : [];
  });
}
