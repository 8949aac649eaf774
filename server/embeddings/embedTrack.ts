import { and, eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { trackEmbeddings, tracks } from '@/db/schema';
import { heardBy, type Heard } from '../analysis/hearTogether';
import { questionTo, type ListenerQuestion } from '../analysis/listenerKind';
import type { TrackListener } from '../analysis/trackListener';
import { embedding } from './embedding';
import { modelInUse, type ModelRow } from './embeddingModels';
import { modelFile } from './modelFiles';
import { saveEmbedding } from './saveEmbedding';

/** Has every track heard by the added model in use, with the sound that its import decodes anyway. */
export function embeddingOfTracks(dataDirectory: string): TrackListener {
  return {
    async stillToHear(executor, payloadHash) {
      const model = await modelInUse(executor);
      if (!model || (await isEmbedded(executor, model, payloadHash))) return undefined;
      return {
        question: embeddingBy(model, dataDirectory),
        keep: (transaction, trackId, heard) => keepEmbedding(transaction, { model, trackId, heard }),
      };
    },
  };
}

/** How to have a sound embedded by a model. */
export function embeddingBy({ sha256, frontEnd, output }: ModelRow, dataDirectory: string): ListenerQuestion {
  return questionTo(embedding, { graph: modelFile(dataDirectory, sha256), sha256, frontEnd, output });
}

/** Stores what a model says of a track, or why it says nothing. Returns a remark where it says nothing. */
export async function keepEmbedding(
  executor: Executor,
  { model, trackId, heard }: { model: ModelRow; trackId: number; heard: Heard },
): Promise<string | null> {
  const end = heardBy(heard, embedding);
  if (end.kind === 'answered') {
    await saveEmbedding(executor, trackId, { model, embedding: end.answer, failure: null });
    return null;
  }
  await saveEmbedding(executor, trackId, { model, embedding: null, failure: end.reason });
  return `it has no embedding by ${model.name}: ${end.reason}`;
}

/** Whether a model has heard the track of this payload, with an answer or without. */
export async function isEmbedded(executor: Executor, model: ModelRow, payloadHash: string): Promise<boolean> {
  const seen = await executor
    .select({ trackId: tracks.id })
    .from(tracks)
    .innerJoin(
      trackEmbeddings,
      and(eq(trackEmbeddings.trackId, tracks.id), eq(trackEmbeddings.modelId, model.id)),
    )
    .where(eq(tracks.payloadHash, payloadHash));
  return seen.length > 0;
}
