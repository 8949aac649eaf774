import { and, asc, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, sounds, tracks } from '@/db/schema';
import { toBase64 } from './arrays';
import { filterCondition, type TrackFilter } from './trackFilter';
import { isRepresentative, summaryColumns } from './trackSummary';

/** The numbers of the recordings that a filter lets through, as Int32 in base64, ascending. */
export async function trackIds(
  executor: Executor,
  { filter, missingOnly }: { filter?: TrackFilter; missingOnly?: boolean },
): Promise<{ count: number; idsBase64: string }> {
  const rows = await executor
    .select({ id: tracks.id })
    .from(tracks)
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)))
    .innerJoin(sounds, eq(sounds.trackId, tracks.id))
    .where(and(isRepresentative, filterCondition(filter), missingOnly ? summaryColumns.missing : undefined))
    .orderBy(asc(tracks.id));
  return { count: rows.length, idsBase64: toBase64(Int32Array.from(rows, ({ id }) => id)) };
}
