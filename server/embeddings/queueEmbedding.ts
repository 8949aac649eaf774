import { eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { embeddingModels, trackEmbeddings } from '@/db/schema';
import { queueAgain } from '../catalogue/import/reanalyse';
import { modelInUse } from './embeddingModels';

/**
 * Queues every track whose file is there and that the model in use has not seen, behind all other work. Safe to call
 * at every start, in a transaction. Returns how many were queued.
 */
export async function queueEmbedding(executor: Executor): Promise<number> {
  const model = await modelInUse(executor);
  if (!model) return 0;
  const { batchId, queued } = await queueAgain(executor, {
    label: `New embedding ${model.name}`,
    lacking: sql`not exists (
      select 1 from ${trackEmbeddings} where track_id = track.id and model_id = ${model.id})`,
  });
  if (batchId === null) return 0;
  await executor.update(embeddingModels).set({ batchId }).where(eq(embeddingModels.id, model.id));
  return queued;
}
