import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { corrections, tracks } from '@/db/schema';
import { AppError } from '../../base/errors';

/** Records a person's own word on a track's emotion, beside the model's. Throws AppError 'not-found'. */
export async function correctTrack(
  executor: Executor,
  { trackId, valence, arousal }: { trackId: number; valence: number; arousal: number },
): Promise<void> {
  await requireTrack(executor, trackId);
  const madeAt = new Date();
  await executor
    .insert(corrections)
    .values({ trackId, valence, arousal, madeAt })
    .onConflictDoUpdate({
      target: [corrections.personId, corrections.trackId],
      set: { valence, arousal, madeAt },
    });
}

/** Takes the correction back: the model's word counts again. */
export async function uncorrectTrack(executor: Executor, trackId: number): Promise<void> {
  await executor.delete(corrections).where(eq(corrections.trackId, trackId));
}

async function requireTrack(executor: Executor, trackId: number): Promise<void> {
  const [found] = await executor.select({ id: tracks.id }).from(tracks).where(eq(tracks.id, trackId));
  if (!found)
    throw new AppError('not-found', `invalid trackId: ${trackId} (no such track: it may have been removed)`);
}
