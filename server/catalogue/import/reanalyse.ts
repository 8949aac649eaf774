import { sql } from 'drizzle-orm';
import type { Database, Executor } from '@/db/open';
import { analyses, files, jobs, sounds, tracks } from '@/db/schema';
import { inChunks } from '../../base/inChunks';
import { installedModel } from '../../base/installedModel';
import { openBatch } from '../../jobs/enqueueJobs';
import { fileKey } from '../../jobs/fileKey';
import { backgroundPriority } from '../../jobs/priorities';
import { analyseAgainJob, enqueueFiles, type JobFile } from './fileJobs';

const chunkRows = 500;

/**
 * Queues every track that has no profile by `modelVersion` (the installed model's, if not said) or no band levels, as an
 * older version left it, and whose file is there, behind all other work; those whose file waits already or failed stay
 * out. The old profile answers until the new one is written. Safe to call at every start. Returns how many were queued.
 */
export async function queueReanalysis(
  database: Database,
  modelVersion = installedModel().version,
): Promise<number> {
  return database.transaction(async (transaction) => {
    const lacking = await filesLacking(transaction, modelVersion);
    if (lacking.length === 0) return 0;
    const batchId = await openBatch(transaction, `Heard again for ${modelVersion}`);
    let queued = 0;
    for await (const chunk of inChunks(lacking, chunkRows)) {
      const wanted = { batchId, priority: backgroundPriority, files: chunk };
      queued += await enqueueFiles(transaction, analyseAgainJob, wanted);
    }
    return queued;
  });
}

/** One file of each track that a model has not profiled, or that has no band levels. */
async function filesLacking(executor: Executor, modelVersion: string): Promise<JobFile[]> {
  const { rows } = await executor.execute<JobFile & Record<string, unknown>>(sql`
    select distinct on (track.id) file.path, file.size_bytes::float8 as "sizeBytes",
      file.modified_ms::float8 as "modifiedMs", file.origin, file.name
    from ${tracks} as track join ${files} as file on file.track_id = track.id and file.missing_since is null
    where (not exists (
        select 1 from ${analyses} where track_id = track.id and model_version = ${modelVersion})
      or not exists (select 1 from ${sounds} where track_id = track.id and band_levels is not null))
      and not exists (
        select 1 from ${jobs} where exclusive_key = ${fileKey('')} || file.path
          and state in ('queued', 'running', 'failed'))
    order by track.id, file.id`);
  return rows;
}
