import { and, count, desc, eq, exists, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, corrections, trackEmbeddings, tracks } from '@/db/schema';
import { type Matrix, rowOf, zeros } from '@/ml/matrix/matrix';
import type { Caller } from '../../access/caller';
import { correctionBy, isRepresentative } from '../../catalogue/tracks/trackSummary';
import { effectiveArousal, effectiveValence } from '../../catalogue/tracks/trackFacts';
import { modelThatAnswers, ownModelName } from '../../embeddings/embeddingModels';

/** Which recordings a map of the library would show, and a word that changes whenever they, or their features, do. */
export interface LibraryState {
  /** The model most of them were profiled by: embeddings of another model cannot be compared with its. */
  modelVersion: string;
  /** The embedding in use, whose features the original map shows. */
  embedding: EmbeddingInUse;
  /** Recordings profiled by the model that have that embedding, those that lack it, and those of another model. */
  total: number;
  lacking: number;
  others: number;
  revision: string;
}

interface EmbeddingInUse {
  name: string;
  /** Of an added one; null for the project's own. */
  modelId: number | null;
}

export interface LibraryFeatures {
  trackIds: number[];
  /** By the embedding in use, and by the project's own, from which features are learned. */
  original: Matrix;
  own: Matrix;
  valence: Float32Array;
  arousal: Float32Array;
}

const rowsAtOnce = 500;

const current = (executor: Executor, caller: Caller) =>
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
    .leftJoin(corrections, correctionBy(caller))
    .where(isRepresentative)
    .groupBy(analyses.modelVersion)
    .orderBy(desc(count()));

/** The state of the library's features and of the caller's emotions; null while it is empty. */
export async function libraryState(executor: Executor, caller: Caller): Promise<LibraryState | null> {
  const rows = await current(executor, caller);
  if (rows.length === 0) return null;
  const added = await modelThatAnswers(executor);
  const embedding = { name: added?.name ?? ownModelName, modelId: added?.id ?? null };
  const [{ modelVersion, total: profiled, newest, ids, emotions }] = rows;
  const total = await countMapped(executor, modelVersion, embedding);
  return {
    modelVersion,
    embedding,
    total,
    lacking: profiled - total,
    others: rows.slice(1).reduce((sum, row) => sum + row.total, 0),
    revision: [modelVersion, embedding.modelId, total, newest, ids, Number(emotions).toFixed(6)].join(' '),
  };
}

async function countMapped(
  executor: Executor,
  modelVersion: string,
  embedding: EmbeddingInUse,
): Promise<number> {
  const [row] = await executor
    .select({ total: count() })
    .from(tracks)
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)))
    .where(isMapped(executor, modelVersion, embedding));
  return row.total;
}

/** Recordings profiled by the model that have the embedding in use. */
function isMapped(executor: Executor, modelVersion: string, { modelId }: EmbeddingInUse) {
  const profiled = and(isRepresentative, eq(analyses.modelVersion, modelVersion));
  if (modelId === null) return profiled;
  const embedded = executor
    .select({ one: sql`1` })
    .from(trackEmbeddings)
    .where(
      and(
        eq(trackEmbeddings.modelId, modelId),
        eq(trackEmbeddings.trackId, tracks.id),
        isNotNull(trackEmbeddings.embedding),
      ),
    );
  return and(profiled, exists(embedded));
}

/**
 * Embeddings and the caller's emotions of the recordings that a map would show, at most `limit` of them. Which ones are left
 * out is settled by a hash of their ids, so that the sample is the same each time and stays while the library grows.
 */
export async function libraryFeatures(
  executor: Executor,
  caller: Caller,
  { state: { modelVersion, embedding }, limit }: { state: LibraryState; limit: number },
): Promise<LibraryFeatures> {
  const chosen = await executor
    .select({ trackId: tracks.id, valence: effectiveValence, arousal: effectiveArousal })
    .from(tracks)
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.current, true)))
    .leftJoin(corrections, correctionBy(caller))
    .where(isMapped(executor, modelVersion, embedding))
    .orderBy(sql`md5(${tracks.id}::text)`)
    .limit(limit);
  const trackIds = chosen.map(({ trackId }) => trackId);
  const own = await gathered(trackIds, (ids) => ownEmbeddings(executor, modelVersion, ids));
  const { modelId } = embedding;
  return {
    trackIds,
    original:
      modelId === null ? own : await gathered(trackIds, (ids) => addedEmbeddings(executor, modelId, ids)),
    own,
    valence: Float32Array.from(chosen, ({ valence }) => valence),
    arousal: Float32Array.from(chosen, ({ arousal }) => arousal),
  };
}

type Embedded = { trackId: number; embedding: number[] }[];

/** The embeddings of tracks in their order, read by and by. */
async function gathered(
  trackIds: number[],
  read: (trackIds: number[]) => Promise<Embedded>,
): Promise<Matrix> {
  const places = new Map(trackIds.map((trackId, row) => [trackId, row]));
  let features = zeros(trackIds.length, 0);
  for (let at = 0; at < trackIds.length; at += rowsAtOnce) {
    for (const { trackId, embedding } of await read(trackIds.slice(at, at + rowsAtOnce))) {
      if (features.columns === 0) features = zeros(trackIds.length, embedding.length);
      rowOf(features, places.get(trackId) ?? 0).set(embedding);
    }
  }
  return features;
}

function ownEmbeddings(executor: Executor, modelVersion: string, trackIds: number[]): Promise<Embedded> {
  return executor
    .select({ trackId: analyses.trackId, embedding: analyses.embedding })
    .from(analyses)
    .where(and(eq(analyses.modelVersion, modelVersion), inArray(analyses.trackId, trackIds)));
}

async function addedEmbeddings(executor: Executor, modelId: number, trackIds: number[]): Promise<Embedded> {
  const rows = await executor
    .select({ trackId: trackEmbeddings.trackId, embedding: trackEmbeddings.embedding })
    .from(trackEmbeddings)
    .where(and(eq(trackEmbeddings.modelId, modelId), inArray(trackEmbeddings.trackId, trackIds)));
  return rows.flatMap(({ trackId, embedding }) => (embedding ? { trackId, embedding } : []));
}
