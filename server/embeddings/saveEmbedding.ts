import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { embeddingModels, trackEmbeddings } from '@/db/schema';
import type { TrackEmbedding } from './embedTrack';

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
