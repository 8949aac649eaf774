import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { embeddingModels, trackEmbeddings } from '@/db/schema';
import type { ModelRow } from './embeddingModels';

/** What a model says of one track: a vector, or why it has none. */
interface TrackEmbedding {
  model: ModelRow;
  embedding: Float32Array | null;
  failure: string | null;
}

/** Writes what a model says of a track, unless the model has been removed meanwhile. Call in a transaction. */
export async function saveEmbedding(
  executor: Executor,
  trackId: number,
  { model, embedding, failure }: TrackEmbedding,
): Promise<void> {
  const [present] = await executor
    .select({ id: embeddingModels.id })
    .from(embeddingModels)
    .where(eq(embeddingModels.id, model.id))
    .for('key share');
  if (!present) return;
  const said = { embedding: embedding && Array.from(embedding), failure };
  await executor
    .insert(trackEmbeddings)
    .values({ modelId: model.id, trackId, ...said })
    .onConflictDoUpdate({ target: [trackEmbeddings.modelId, trackEmbeddings.trackId], set: said });
}
