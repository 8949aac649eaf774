import { and, eq, ne, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, sounds } from '@/db/schema';
import type { FileAnalysis } from '../../analysis/fileFacts';

/** Writes what was computed of a track's sound and makes it the answer to queries, in place of any earlier one. */
export async function saveProfile(executor: Executor, trackId: number, result: FileAnalysis): Promise<void> {
  const { loudnessLufs, samplePeakDb, tempoBpm, tempoConfidence, waveform, bandLevels } = result;
  const sound = { loudnessLufs, samplePeakDb, tempoBpm, tempoConfidence, waveform, bandLevels };
  await executor
    .insert(sounds)
    .values({ trackId, ...sound })
    .onConflictDoUpdate({ target: sounds.trackId, set: sound });

  const { modelVersion, valence, arousal, valenceDeviation, arousalDeviation, curve } = result;
  await executor
    .update(analyses)
    .set({ current: false })
    .where(and(eq(analyses.trackId, trackId), ne(analyses.modelVersion, modelVersion)));
  const profile = {
    current: true,
    emotion: [valence, arousal] as [number, number],
    valenceDeviation,
    arousalDeviation,
    embedding: Array.from(result.embedding),
    sketch: Array.from(result.sketch),
    shapeSketch: Array.from(result.shapeSketch),
    curve,
  };
  await executor
    .insert(analyses)
    .values({ trackId, modelVersion, ...profile })
    .onConflictDoUpdate({
      target: [analyses.trackId, analyses.modelVersion],
      set: { ...profile, revision: sql`nextval('analysis_revision')`, analysedAt: sql`now()` },
    });
}
