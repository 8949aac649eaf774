import { eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { embeddingModels, files, jobs, trackEmbeddings, tracks } from '@/db/schema';
import { fileLabel } from '../base/fileLabel';
import { inChunks } from '../base/inChunks';
import { enqueueJobs, openBatch } from '../jobs/enqueueJobs';
import { fileKey } from '../jobs/fileKey';
import { backgroundPriority } from '../jobs/priorities';
import { modelInUse, type ModelRow } from './embeddingModels';
import { embeddingKey, embedJob } from './embedKind';

const chunkRows = 500;

/**
 * Queues every track whose file is there and that the model in use has not heard, behind all other work; those whose
 * file waits already or failed stay out. Safe to call at every start, in a transaction. Returns how many were queued.
 */
export async function queueEmbedding(executor: Executor): Promise<number> {
  const model = await modelInUse(executor);
  const lacking = model ? await tracksLacking(executor, model) : [];
  if (!model || lacking.length === 0) return 0;
  const batchId = await openBatch(executor, `New embedding ${model.name}`);
  let queued = 0;
  for await (const chunk of inChunks(lacking, chunkRows)) {
    const wanted = chunk.map((track) => jobOf(track, model));
    const rows = await enqueueJobs(executor, embedJob, {
      batchId,
      priority: backgroundPriority,
      jobs: wanted,
    });
    queued += rows.length;
  }
  await executor.update(embeddingModels).set({ batchId }).where(eq(embeddingModels.id, model.id));
  return queued;
}

interface LackingTrack extends Record<string, unknown> {
  trackId: number;
  path: string;
  name: string | null;
  sizeBytes: number;
}

/** The tracks that a model has not heard, each with one of its files. */
async function tracksLacking(executor: Executor, { id }: ModelRow): Promise<LackingTrack[]> {
  const { rows } = await executor.execute<LackingTrack>(sql`
    select distinct on (track.id) track.id as "trackId", file.path, file.name,
      file.size_bytes::float8 as "sizeBytes"
    from ${tracks} as track join ${files} as file on file.track_id = track.id and file.missing_since is null
    where not exists (
        select 1 from ${trackEmbeddings} where track_id = track.id and model_id = ${id})
      and not exists (
        select 1 from ${jobs}
        where exclusive_key in (${embeddingKey('')} || track.id, ${fileKey('')} || file.path)
          and state in ('queued', 'running', 'failed'))
    order by track.id, file.id`);
  return rows;
}

function jobOf({ trackId, path, name, sizeBytes }: LackingTrack, model: ModelRow) {
  return {
    ...{ payload: { modelId: model.id, trackId }, label: fileLabel({ name, path }), detail: path },
    ...{ exclusiveKey: embeddingKey(trackId), weight: sizeBytes },
  };
}
