import { cosineDistance, eq, sql } from 'drizzle-orm';
import { sameRecording } from '@/ml/audio/identity/fingerprintDistance';
import type { Executor } from '@/db/open';
import { analyses, sounds, tracks } from '@/db/schema';
import type { FileAnalysis } from '../../analysis/fileFacts';

/** How many of the most alike tracks have their fingerprints compared. */
const candidates = 10;

/**
 * Puts a new track into the group of the same recording: another encoding of it is as long (within half a
 * second, or 1 % of a long piece), sounds alike, and agrees fingerprint by fingerprint. Alone, the track is a
 * group of its own.
 */
export async function groupRecordings(
  executor: Executor,
  trackId: number,
  sound: FileAnalysis,
): Promise<void> {
  const { durationSeconds, embedding, fingerprint } = sound;
  const tolerance = Math.max(0.5, 0.01 * durationSeconds);
  const rows = await executor
    .select({ groupId: tracks.groupId, fingerprint: sounds.fingerprint })
    .from(analyses)
    .innerJoin(tracks, eq(tracks.id, analyses.trackId))
    .innerJoin(sounds, eq(sounds.trackId, analyses.trackId))
    .where(
      sql`${analyses.current} and ${tracks.id} <> ${trackId} and ${tracks.durationSeconds}
        between ${durationSeconds - tolerance} and ${durationSeconds + tolerance}`,
    )
    .orderBy(cosineDistance(analyses.embedding, Array.from(embedding)))
    .limit(candidates);
  const own = wordsOf(fingerprint);
  const same = rows.find((row) => sameRecording(wordsOf(row.fingerprint), own));
  await executor
    .update(tracks)
    .set({ groupId: same?.groupId ?? trackId })
    .where(eq(tracks.id, trackId));
}

/** 32-bit words from bytes that may lie at any offset. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(new Uint8Array(bytes).buffer);
}
