import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, files, jobs, openJobStates, sounds, tracks } from '@/db/schema';
import { inChunks } from '../../base/inChunks';
import { installedModel } from '../../base/installedModel';
import { openBatch } from '../../jobs/enqueueJobs';
import { fileKey } from '../../jobs/fileKey';
import { backgroundPriority } from '../../jobs/priorities';
import { analyseAgainJob, enqueueFiles, type JobFile } from './fileJobs';

const chunkRows = 500;

/**
 * Queues every track that is not answered for by `modelVersion` (the installed model's, if not said) or has no band levels,
 * as another version left it, and whose file is there, behind all other work; those whose file waits already or failed
 * stay out. The old profile answers until the new one is written. A few hundred at a time, so that nothing else waits long
 * for the database; stopped or killed in between, the next call queues the others. Returns how many were queued.
 */
export async function queueReanalysis(
  executor: Executor,
  modelVersion = installedModel().version,
  signal?: AbortSignal,
): Promise<number> {
  const lacking = await filesLacking(executor, modelVersion);
  if (lacking.length === 0) return 0;
  const batchId = await openBatch(executor, `Heard again for ${modelVersion}`);
  let queued = 0;
  for await (const files of inChunks(lacking, chunkRows)) {
    if (signal?.aborted) break;
    const wanted = { batchId, priority: backgroundPriority, files };
    queued += await executor.transaction((chunk) => enqueueFiles(chunk, analyseAgainJob, wanted));
  }
  return queued;
}

/** Whether tracks wait to be heard again, or are heard again now. */
export async function isHeardAgain(executor: Executor): Promise<boolean> {
  const [open] = await executor
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        inArray(jobs.state, [...openJobStates]),
        eq(jobs.priority, backgroundPriority),
        eq(jobs.kind, analyseAgainJob.name),
      ),
    )
    .limit(1);
  return open !== undefined;
}

/** One file of each track whose answer is another model's, or that has no band levels. */
async function filesLacking(executor: Executor, modelVersion: string): Promise<JobFile[]> {
  const { rows } = await executor.execute<JobFile & Record<string, unknown>>(sql`
    select distinct on (track.id) file.path, file.size_bytes::float8 as "sizeBytes",
      file.modified_ms::float8 as "modifiedMs", file.origin, file.name
    from ${tracks} as track join ${files} as file on file.track_id = track.id and file.missing_since is null
    where (not exists (
        select 1 from ${analyses} where track_id = track.id and model_version = ${modelVersion} and current)
      or not exists (select 1 from ${sounds} where track_id = track.id and band_levels is not null))
      and not exists (
        select 1 from ${jobs} where exclusive_key = ${fileKey('')} || file.path
          and state in ('queued', 'running', 'failed'))
    order by track.id, file.id`);
  return rows;
}
