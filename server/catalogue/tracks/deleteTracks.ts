import { eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { tracks } from '@/db/schema';

/**
 * Deletes tracks with everything that hangs on them (files, profile, index entries, corrections). Where the
 * oldest of a group goes, the next oldest gives the group its name. Call in a transaction.
 */
export async function deleteTracks(executor: Executor, trackIds: number[]): Promise<number> {
  if (trackIds.length === 0) return 0;
  const gone = await executor.delete(tracks).where(inArray(tracks.id, trackIds)).returning({ id: tracks.id });
  for (const { id } of gone) {
    const oldest = sql`(select min(id) from ${tracks} where ${tracks.groupId} = ${id})`;
    await executor.update(tracks).set({ groupId: oldest }).where(eq(tracks.groupId, id));
  }
  return gone.length;
}
