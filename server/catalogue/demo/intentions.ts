import { and, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, intendedCurves, sounds, tracks } from '@/db/schema';
import { isHeard } from '../tracks/silence';

/**
 * What was meant by the music of the library that was composed for an emotion, a few dozen pieces at most, and where the
 * model of each one's current analysis hears it as a whole, whatever anybody says of it.
 */
export async function intentions(executor: Executor) {
  const rows = await executor
    .select({
      trackId: tracks.id,
      durationSeconds: tracks.durationSeconds,
      moving: intendedCurves.moving,
      keyPoints: intendedCurves.keyPoints,
      emotion: analyses.emotion,
    })
    .from(intendedCurves)
    .innerJoin(tracks, eq(tracks.id, intendedCurves.trackId))
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)))
    .innerJoin(sounds, eq(sounds.trackId, tracks.id))
    .where(isHeard)
    .orderBy(tracks.id);
  return rows.map(({ emotion: [valence, arousal], ...piece }) => ({ ...piece, heard: { valence, arousal } }));
}
