import { and, eq, isNotNull, or } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, corrections, sounds, tracks } from '@/db/schema';
import type { Caller } from '../../access/caller';
import { toBase64 } from './arrays';
import { isHeard } from './silence';
import { correctionBy, isRepresentative } from './trackSummary';
import { effectiveArousal, effectiveValence } from './trackFacts';

/**
 * Where every recording lies in the plane that has a place there, as silence has only where the caller gave it one: ids as Int32, (valence, arousal) pairs as Float32, in base64.
 */
export async function trackMarks(executor: Executor, caller: Caller) {
  const rows = await executor
    .select({ id: tracks.id, valence: effectiveValence, arousal: effectiveArousal })
    .from(tracks)
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)))
    .innerJoin(sounds, eq(sounds.trackId, tracks.id))
    .leftJoin(corrections, correctionBy(caller))
    .where(and(isRepresentative, or(isHeard, isNotNull(corrections.trackId))));
  return {
    count: rows.length,
    idsBase64: toBase64(Int32Array.from(rows, (row) => row.id)),
    emotionsBase64: toBase64(Float32Array.from(rows.flatMap((row) => [row.valence, row.arousal]))),
  };
}
