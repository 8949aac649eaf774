import { and, eq, isNull } from 'drizzle-orm';
import type { Database, Executor } from '@/db/open';
import { embeddingModels, trackEmbeddings } from '@/db/schema';
import { cancelJobs } from '../jobs/cancelJobs';
import { modelInUse, modelNamed, ownModelName } from './embeddingModels';
import { queueEmbedding } from './queueEmbedding';

/**
 * Has what sounds alike, and research, go by the embedding of this name. Tracks that lack it are queued, those that
 * it failed on before among them; the project's own answers until they are done. Throws AppError 'not-found'.
 * Returns how many were queued, and the batch to wait for, if there is one.
 */
export async function chooseModel(
  database: Database,
  name: string,
): Promise<{ queued: number; batchId: number | null }> {
  return database.transaction(async (transaction) => {
    const before = await modelInUse(transaction);
    if (before && before.name !== name) await putAside(transaction, before);
    if (name === ownModelName) return { queued: 0, batchId: null };
    const model = await modelNamed(transaction, name);
    await transaction.update(embeddingModels).set({ inUse: true }).where(eq(embeddingModels.id, model.id));
    const failures = and(eq(trackEmbeddings.modelId, model.id), isNull(trackEmbeddings.embedding));
    await transaction.delete(trackEmbeddings).where(failures);
    const queued = await queueEmbedding(transaction);
    return { queued, batchId: (await modelNamed(transaction, name)).batchId };
  });
}

/** Takes a model out of use; its vectors stay. */
export async function putAside(
  executor: Executor,
  { id, batchId }: { id: number; batchId: number | null },
): Promise<void> {
  await executor
    .update(embeddingModels)
    .set({ inUse: false, batchId: null })
    .where(eq(embeddingModels.id, id));
  if (batchId !== null) await cancelJobs(executor, batchId);
}
