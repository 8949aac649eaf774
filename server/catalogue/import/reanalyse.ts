import { sql, type SQL } from 'drizzle-orm';
import type { Database, Executor } from '@/db/open';
import { analyses, files, jobs, tracks } from '@/db/schema';
import { installedModel } from '../../base/installedModel';
import { openBatch } from './importRows';

/** Behind everything that somebody waits for. */
const reanalysisPriority = 3;

/**
 * Queues every track that has no profile by `modelVersion` (the installed model's, if not said) and whose file is there, behind all other work; the
 * old profile answers until the new one is written. Safe to call at every start. Returns how many were queued.
 */
export async function queueReanalysis(
  database: Database,
  modelVersion = installedModel().version,
): Promise<number> {
  const { queued } = await database.transaction((transaction) =>
    queueAgain(transaction, {
      label: `New model ${modelVersion}`,
      lacking: sql`not exists (
        select 1 from ${analyses} where track_id = track.id and model_version = ${modelVersion})`,
    }),
  );
  return queued;
}

/**
 * Queues the files of the tracks that lack something, behind all other work; those whose file waits already or
 * failed stay out. `lacking` is a condition on `track`. Call in a transaction. Returns the batch, null when there was
 * nothing to queue.
 */
export async function queueAgain(
  executor: Executor,
  { label, lacking }: { label: string; lacking: SQL },
): Promise<{ batchId: number | null; queued: number }> {
  const wanted = sql`
    select distinct on (track.id) file.path, file.size_bytes, file.modified_ms, file.origin, file.name
    from ${tracks} as track join ${files} as file on file.track_id = track.id and file.missing_since is null
    where ${lacking}
      and not exists (
        select 1 from ${jobs} where path = file.path and state in ('queued', 'running', 'failed'))
    order by track.id, file.id`;
  const { rows } = await executor.execute<{ found: boolean }>(sql`select exists (${wanted}) as found`);
  if (!rows[0].found) return { batchId: null, queued: 0 };
  const batchId = await openBatch(executor, { label, origin: 'path' });
  const { rowCount } = await executor.execute(sql`
    insert into ${jobs} (path, size_bytes, modified_ms, origin, name, batch_id, priority)
    select wanted.*, ${batchId}::int, ${reanalysisPriority}::int from (${wanted}) as wanted
    on conflict do nothing`);
  return { batchId, queued: rowCount ?? 0 };
}
