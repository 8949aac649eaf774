import { and, count, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, corrections, tracks } from '@/db/schema';
import { effectiveArousal, effectiveValence, isRepresentative } from '../../catalogue/tracks/trackSummary';
import type { FeatureRows } from '@/ml/projection/featureRows';

/** Which recordings a map of the library would show, and a word that changes whenever they, or their features, do. */
export interface LibraryState {
  /** The model most of them were profiled by: embeddings of another model cannot be compared with its. */
  modelVersion: string;
  /** Recordings profiled by it, and by another one. */
  total: number;
  others: number;
  revision: string;
}

export interface LibraryFeatures {
  trackIds: number[];
  embeddings: FeatureRows;
  valence: Float32Array;
  arousal: Float32Array;
}

const rowsAtOnce = 500;

const current = (executor: Executor) =>
  executor
    .select({
      modelVersion: analyses.modelVersion,
      total: count(),
      newest: sql<string>`max(${analyses.revision})`,
      ids: sql<string>`sum(${analyses.trackId})`,
      emotions: sql<string>`sum(${effectiveValence} + 3 * ${effectiveArousal})`,
    })
    .from(tracks)
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)))
    .leftJoin(corrections, eq(corrections.trackId, tracks.id))
    .where(isRepresentative)
    .groupBy(analyses.modelVersion)
    .orderBy(desc(count()));

/** The state of the library's features; null while it is empty. */
export async function libraryState(executor: Executor): Promise<LibraryState | null> {
  const rows = await current(executor);
  if (rows.length === 0) return null;
  const [{ modelVersion, total, newest, ids, emotions }] = rows;
  return {
    modelVersion,
    total,
    others: rows.slice(1).reduce((sum, row) => sum + row.total, 0),
    revision: [modelVersion, total, newest, ids, Number(emotions).toFixed(6)].join(' '),
  };
}

/**
 * Embeddings and emotions of the recordings profiled by one model, at most `limit` of them. Which ones are left
 * out is settled by a hash of their ids, so that the sample is the same each time and stays while the library grows.
 */
export async function libraryFeatures(
  executor: Executor,
  modelVersion: string,
  limit: number,
): Promise<LibraryFeatures> {
  const chosen = await executor
    .select({ trackId: tracks.id, valence: effectiveValence, arousal: effectiveArousal })
    .from(tracks)
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)))
    .leftJoin(corrections, eq(corrections.trackId, tracks.id))
    .where(and(isRepresentative, eq(analyses.modelVersion, modelVersion)))
    .orderBy(sql`md5(${tracks.id}::text)`)
    .limit(limit);
  const trackIds = chosen.map(({ trackId }) => trackId);
  return {
    trackIds,
    embeddings: await embeddingsOf(executor, modelVersion, trackIds),
    valence: Float32Array.from(chosen, ({ valence }) => valence),
    arousal: Float32Array.from(chosen, ({ arousal }) => arousal),
  };
}

async function embeddingsOf(
  executor: Executor,
  modelVersion: string,
  trackIds: number[],
): Promise<FeatureRows> {
  const dimensions = 200;
  const values = new Float32Array(trackIds.length * dimensions);
  const rowOf = new Map(trackIds.map((trackId, row) => [trackId, row]));
  for (let at = 0; at < trackIds.length; at += rowsAtOnce) {
    const rows = await executor
      .select({ trackId: analyses.trackId, embedding: analyses.embedding })
      .from(analyses)
      .where(
        and(
          eq(analyses.modelVersion, modelVersion),
          inArray(analyses.trackId, trackIds.slice(at, at + rowsAtOnce)),
        ),
      );
    for (const { trackId, embedding } of rows) values.set(embedding, (rowOf.get(trackId) ?? 0) * dimensions);
  }
  return { count: trackIds.length, dimensions, values };
}
