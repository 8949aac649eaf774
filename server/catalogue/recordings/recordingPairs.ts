import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { recordingPairs, tracks } from '@/db/schema';

const { firstHash, secondHash } = recordingPairs;

/** Writes down whether a payload is of the recording of each of `others`, in place of what was said before. */
export async function sayOfPairs(
  executor: Executor,
  { hash, others }: { hash: string; others: string[] },
  same: boolean,
): Promise<void> {
  const rows = others.map((other) => {
    const [first, second] = hash < other ? [hash, other] : [other, hash];
    return { firstHash: first, secondHash: second, same };
  });
  await executor
    .insert(recordingPairs)
    .values(rows)
    .onConflictDoUpdate({ target: [firstHash, secondHash], set: { same, saidAt: sql`now()` } });
}

/** Takes back what was said of every payload of `some` with every one of `others`. */
export async function takeBackPairs(executor: Executor, some: string[], others: string[]): Promise<void> {
  await executor
    .delete(recordingPairs)
    .where(
      or(
        and(inArray(firstHash, some), inArray(secondHash, others)),
        and(inArray(secondHash, some), inArray(firstHash, others)),
      ),
    );
}

/** What was said of a track with others that are there: the groups they are in now, first track first. */
export function saidOf(executor: Executor, trackId: number): Promise<{ groupId: number; same: boolean }[]> {
  const own = sql`(select own.payload_hash from ${tracks} own where own.id = ${trackId})`;
  return executor
    .select({ groupId: tracks.groupId, same: recordingPairs.same })
    .from(recordingPairs)
    .innerJoin(
      tracks,
      or(
        and(eq(firstHash, own), eq(tracks.payloadHash, secondHash)),
        and(eq(secondHash, own), eq(tracks.payloadHash, firstHash)),
      ),
    )
    .orderBy(tracks.id);
}
