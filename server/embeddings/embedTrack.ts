import { and, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { trackEmbeddings, tracks } from '@/db/schema';
import type { AnalysisOutcome, AnalysisRequest, FileIdentity } from '../analysis/messages';
import { modelInUse, type ModelRow } from './embeddingModels';
import { modelFile } from './modelFiles';

/** What a model says of one track: a vector, or why it has none. */
export interface TrackEmbedding {
  model: ModelRow;
  embedding: Float32Array | null;
  failure: string | null;
}

/** The model in use, unless it has seen this payload already; undefined where there is nothing to do. */
export async function modelStillToSee(
  executor: Executor,
  payloadHash: string,
): Promise<ModelRow | undefined> {
  const model = await modelInUse(executor);
  if (!model) return undefined;
  const seen = await executor
    .select({ trackId: tracks.id })
    .from(tracks)
    .innerJoin(
      trackEmbeddings,
      and(eq(trackEmbeddings.trackId, tracks.id), eq(trackEmbeddings.modelId, model.id)),
    )
    .where(eq(tracks.payloadHash, payloadHash));
  return seen.length === 0 ? model : undefined;
}

/** How to have a file embedded by a model. */
export function embeddingRequest(
  model: ModelRow,
  { path, identity, dataDirectory }: { path: string; identity: FileIdentity; dataDirectory: string },
): AnalysisRequest {
  const { sha256, frontEnd, output } = model;
  const graph = modelFile(dataDirectory, sha256);
  return { kind: 'embed', path, identity, model: { graph, sha256, frontEnd, output } };
}

/**
 * What to store of an answer: a model that has none must not keep a track out of the library. undefined where the
 * work was stopped.
 */
export function embeddingOf(model: ModelRow, outcome: AnalysisOutcome): TrackEmbedding | undefined {
  if (outcome.kind === 'embedded') return { model, embedding: outcome.embedding, failure: null };
  if (outcome.kind === 'failed' || outcome.kind === 'died')
    return { model, embedding: null, failure: outcome.reason };
  return undefined;
}
