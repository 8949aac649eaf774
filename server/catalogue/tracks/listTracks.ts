import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
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
  title: sql`lower(${tracks.title})`,
  artist: sql`lower(${tracks.artist})`,
  album: sql`lower(${tracks.album})`,
  durationSeconds: tracks.durationSeconds,
  valence: effectiveValence,
  arousal: effectiveArousal,
  tempoBpm: sounds.tempoBpm,
  loudnessLufs: sounds.loudnessLufs,
  addedAt: tracks.addedAt,
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
  const direction = input.descending ? desc : asc;
  const rows = await summarySource(executor, caller)
    .where(condition)
    .orderBy(sql`${direction(orders[input.sort])} nulls last`, tracks.id)
    .offset(input.offset)
    .limit(input.limit);
  return { total: await countTracks(executor, caller, condition), rows: rows.map(toSummary) };
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
