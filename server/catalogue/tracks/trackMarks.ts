import { and, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, corrections, tracks } from '@/db/schema';
import type { Caller } from '../../access/caller';
import { toBase64 } from './arrays';
import { correctionBy, isRepresentative } from './trackSummary';
import { effectiveArousal, effectiveValence } from './trackFacts';

/** Where every recording lies in the plane: ids as Int32, (valence, arousal) pairs as Float32, in base64. */
export async function trackMarks(executor: Executor, caller: Caller) {
  const rows = await executor
    .select({ id: tracks.id, valence: effectiveValence, arousal: effectiveArousal })
    .from(tracks)
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)))
    .leftJoin(corrections, correctionBy(caller))
    .where(isRepresentative);
  return {
    count: rows.length,
    idsBase64: toBase64(Int32Array.from(rows, (row) => row.id)),
    emotionsBase64: toBase64(Float32Array.from(rows.flatMap((row) => [row.valence, row.arousal]))),
  };
}
