import { and, asc, count, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, corrections, sounds, tracks } from '@/db/schema';
import type { Caller } from '../../access/caller';
import { filterCondition, type TrackFilter } from './trackFilter';
import {
  correctionBy,
  isRepresentative,
  summaryColumns,
  summarySource,
  toSummary,
  type TrackSummary,
} from './trackSummary';
import { effectiveArousal, effectiveValence } from './trackFacts';

const orders = {
  title: tracks.titleKey,
  artist: tracks.artistKey,
  album: tracks.albumKey,
  durationSeconds: tracks.durationSeconds,
  valence: effectiveValence,
  arousal: effectiveArousal,
  tempoBpm: sounds.tempoBpm,
  loudnessLufs: sounds.loudnessLufs,
  addedAt: tracks.addedAt,
};

/** What orders the tracks of one artist, or of one album. */
const within: Partial<Record<keyof typeof orders, SQL[]>> = {
  artist: [
    sql`${tracks.albumKey} nulls last`,
    sql`${tracks.trackNumber} nulls last`,
    sql`${tracks.titleKey}`,
  ],
  album: [sql`${tracks.trackNumber} nulls last`, sql`${tracks.titleKey}`],
};

export type TrackOrder = keyof typeof orders;
export const trackOrders = Object.keys(orders) as [TrackOrder, ...TrackOrder[]];

export interface ListTracksInput {
  filter?: TrackFilter;
  missingOnly?: boolean;
  sort: TrackOrder;
  descending: boolean;
  offset: number;
  limit: number;
}

/** A page of the library, sorted, with the number of recordings that the filter lets through. */
export async function listTracks(
  executor: Executor,
  caller: Caller,
  input: ListTracksInput,
): Promise<{ total: number; rows: TrackSummary[] }> {
  const condition = and(
    isRepresentative,
    filterCondition(input.filter),
    input.missingOnly ? summaryColumns.missing : undefined,
  );
  return {
    total: await countTracks(executor, caller, condition),
    rows: await summariesOf(executor, caller, await sortedIds(executor, caller, { ...input, condition })),
  };
}

/** What is shown of a track costs much, and is read for those of a page alone. */
async function summariesOf(executor: Executor, caller: Caller, trackIds: number[]): Promise<TrackSummary[]> {
  if (trackIds.length === 0) return [];
  const rows = await summarySource(executor, caller).where(inArray(tracks.id, trackIds));
  const byId = new Map(rows.map((row) => [row.trackId, row]));
  return trackIds.flatMap((id) => byId.get(id) ?? []).map(toSummary);
}

async function sortedIds(
  executor: Executor,
  caller: Caller,
  { condition, sort, descending, offset, limit }: ListTracksInput & { condition?: SQL },
): Promise<number[]> {
  const first = sql`${(descending ? desc : asc)(orders[sort])} nulls last`;
  const rows = await executor
    .select({ id: tracks.id })
    .from(tracks)
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)))
    .innerJoin(sounds, eq(sounds.trackId, tracks.id))
    .leftJoin(corrections, correctionBy(caller))
    .where(condition)
    .orderBy(first, ...(within[sort] ?? []), tracks.id)
    .offset(offset)
    .limit(limit);
  return rows.map(({ id }) => id);
}

async function countTracks(
  executor: Executor,
  caller: Caller,
  condition: ReturnType<typeof and>,
): Promise<number> {
  const [row] = await executor
    .select({ total: count() })
    .from(tracks)
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)))
    .innerJoin(sounds, eq(sounds.trackId, tracks.id))
    .leftJoin(corrections, correctionBy(caller))
    .where(condition);
  return row.total;
}
