import { and, asc, count, desc, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, corrections, sounds, tracks } from '@/db/schema';
import type { Caller } from '../../access/caller';
import { asksSound, filterCondition, type TrackFilter } from './trackFilter';
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

/** What of the tables around `tracks` an order or a filter looks at. */
const soundOrders: TrackOrder[] = ['tempoBpm', 'loudnessLufs'];
const analysisOrders: TrackOrder[] = ['valence', 'arousal'];

/** A page of the library, sorted, with the number of recordings that the filter lets through. */
export async function listTracks(
  executor: Executor,
  caller: Caller,
  input: ListTracksInput,
): Promise<{ total: number; rows: TrackSummary[] }> {
  const ids = await sortedIds(executor, caller, input);
  return { total: await countTracks(executor, input), rows: await summariesOf(executor, caller, ids) };
}

/** What is shown of a track costs much, and is read for those of a page alone. */
async function summariesOf(executor: Executor, caller: Caller, trackIds: number[]): Promise<TrackSummary[]> {
  if (trackIds.length === 0) return [];
  const rows = await summarySource(executor, caller).where(inArray(tracks.id, trackIds));
  const byId = new Map(rows.map((row) => [row.trackId, row]));
  return trackIds.flatMap((id) => byId.get(id) ?? []).map(toSummary);
}

/** The numbers of the tracks of such a page, in its order. */
export async function sortedIds(
  executor: Executor,
  caller: Caller,
  input: ListTracksInput,
): Promise<number[]> {
  const { sort, descending, offset, limit } = input;
  const first = sql`${(descending ? desc : asc)(orders[sort])} nulls last`;
  let query = executor.select({ id: tracks.id }).from(tracks).$dynamic();
  if (soundOrders.includes(sort) || asksSound(input.filter)) query = query.innerJoin(sounds, isItsSound);
  if (analysisOrders.includes(sort)) {
    query = query.innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)));
    query = query.leftJoin(corrections, correctionBy(caller));
  }
  const rows = await query
    .where(conditionOf(input))
    .orderBy(first, ...(within[sort] ?? []), tracks.id)
    .offset(offset)
    .limit(limit);
  return rows.map(({ id }) => id);
}

async function countTracks(executor: Executor, input: ListTracksInput): Promise<number> {
  let query = executor.select({ total: count() }).from(tracks).$dynamic();
  if (asksSound(input.filter)) query = query.innerJoin(sounds, isItsSound);
  const [{ total }] = await query.where(conditionOf(input));
  return total;
}

/** Every track has a sound and a current analysis, written with it: they are joined only where they are looked at. */
const isItsSound = eq(sounds.trackId, tracks.id);

function conditionOf({ filter, missingOnly }: ListTracksInput): SQL | undefined {
  return and(isRepresentative, filterCondition(filter), missingOnly ? summaryColumns.missing : undefined);
}
