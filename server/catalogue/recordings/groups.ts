import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { tracks } from '@/db/schema';
import { AppError } from '../../base/errors';

/** A track with the others of its group. */
export interface Group {
  groupId: number;
  /** The payloads of all of its tracks but the one asked for. */
  others: string[];
  /** The payload of the one asked for. */
  hash: string;
}

/** The group a track is in. Throws AppError 'not-found'. */
export async function groupOf(executor: Executor, trackId: number): Promise<Group> {
  const group = sql`(select asked.group_id from ${tracks} asked where asked.id = ${trackId})`;
  const members = await executor.select().from(tracks).where(eq(tracks.groupId, group)).orderBy(tracks.id);
  const asked = members.find(({ id }) => id === trackId);
  if (!asked)
    throw new AppError('not-found', `invalid trackId: ${trackId} (no such track: it may have been removed)`);
  const others = members.filter(({ id }) => id !== trackId).map(({ payloadHash }) => payloadHash);
  return { groupId: asked.groupId, hash: asked.payloadHash, others };
}

/** Makes one group of several, named by the first of all their tracks. Call in a transaction. */
export async function uniteGroups(executor: Executor, groupIds: number[]): Promise<void> {
  const members = inArray(tracks.groupId, groupIds);
  const [{ first }] = await executor
    .select({ first: sql<number>`min(${tracks.id})::int` })
    .from(tracks)
    .where(members);
  await executor
    .update(tracks)
    .set({ groupId: first })
    .where(and(members, ne(tracks.groupId, first)));
}

/** Puts a track into a group of its own; what it leaves is named by the first that is left. Call in a transaction. */
export async function leaveGroup(executor: Executor, trackId: number): Promise<void> {
  const named = and(eq(tracks.groupId, trackId), ne(tracks.id, trackId));
  const [{ first }] = await executor
    .select({ first: sql<number | null>`min(${tracks.id})::int` })
    .from(tracks)
    .where(named);
  if (first !== null) await executor.update(tracks).set({ groupId: first }).where(named);
  await executor
    .update(tracks)
    .set({ groupId: trackId })
    .where(and(eq(tracks.id, trackId), ne(tracks.groupId, trackId)));
}
