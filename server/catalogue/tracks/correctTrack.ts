import { and, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { corrections, tracks } from '@/db/schema';
import type { Caller } from '../../access/caller';
import { AppError } from '../../base/errors';

/** Records the caller's own word on a track's emotion, beside the model's. Throws AppError 'not-found'. */
export async function correctTrack(
  executor: Executor,
  { personId }: Caller,
  { trackId, valence, arousal }: { trackId: number; valence: number; arousal: number },
): Promise<void> {
  await requireTrack(executor, trackId);
  const madeAt = new Date();
  await executor
    .insert(corrections)
    .values({ personId, trackId, valence, arousal, madeAt })
    .onConflictDoUpdate({
      target: [corrections.personId, corrections.trackId],
      set: { valence, arousal, madeAt },
    });
}

/** Takes the caller's correction back: the model's word counts again for them. */
export async function uncorrectTrack(
  executor: Executor,
  { personId }: Caller,
  trackId: number,
): Promise<void> {
  await executor
    .delete(corrections)
    .where(and(eq(corrections.personId, personId), eq(corrections.trackId, trackId)));
}

async function requireTrack(executor: Executor, trackId: number): Promise<void> {
  const [found] = await executor.select({ id: tracks.id }).from(tracks).where(eq(tracks.id, trackId));
  if (!found)
    throw new AppError('not-found', `invalid trackId: ${trackId} (no such track: it may have been removed)`);
}
