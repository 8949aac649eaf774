import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/open';
import { importBatches, importJobs, type FileOrigin } from '@/db/schema';
import { fileLabel } from '../../base/fileLabel';
import { enqueueJobs, openBatch, type NewJob } from '../../jobs/enqueueJobs';
import { fileKey } from '../../jobs/fileKey';
import type { JobDefinition } from '../../jobs/jobKind';

/** The file of such a job stands in a table of its own. */
const payload = z.strictObject({});
export type FileJobPayload = z.infer<typeof payload>;

/** A file that is new or changed. */
export const importJob: JobDefinition<FileJobPayload> = { name: 'import', payload };

/** The file of a track that the installed model has not profiled. */
export const analyseAgainJob: JobDefinition<FileJobPayload> = { name: 'analyse-again', payload };

/** A file as a job has it. */
export interface JobFile {
  path: string;
  sizeBytes: number;
  modifiedMs: number;
  origin: FileOrigin;
  /** What the person called an uploaded file; null where the path itself carries the name. */
  name: string | null;
  /** Set where there is nothing to do: the file cannot be read, or is a note of what a person removed. */
  ended?: NewJob<FileJobPayload>['ended'];
}

/** Jobs for files, at most some hundreds at once. */
export interface NewFileJobs {
  batchId: number;
  priority?: number;
  files: JobFile[];
}

/** Opens a batch of files that came from one place. Returns its number. */
export async function openImportBatch(
  executor: Executor,
  { label, origin }: { label: string; origin: FileOrigin },
): Promise<number> {
  const batchId = await openBatch(executor, label);
  await executor.insert(importBatches).values({ batchId, origin });
  return batchId;
}

/** Queues jobs for files but those whose path has an open one. Returns how many were queued. */
export async function enqueueFiles(
  executor: Executor,
  definition: JobDefinition<FileJobPayload>,
  { batchId, priority, files }: NewFileJobs,
): Promise<number> {
  const queued = await enqueueJobs(executor, definition, { batchId, priority, jobs: files.map(jobOf) });
  if (queued.length === 0) return 0;
  const byKey = new Map(files.map((file) => [fileKey(file.path), file]));
  const rows = queued.map(({ id: jobId, exclusiveKey }) => {
    const { path, sizeBytes, modifiedMs, origin, name } = byKey.get(exclusiveKey!)!;
    return { jobId, path, sizeBytes, modifiedMs, origin, name };
  });
  await executor.insert(importJobs).values(rows);
  return queued.length;
}

function jobOf(file: JobFile): NewJob<FileJobPayload> {
  const { path, sizeBytes, ended } = file;
  return {
    ...{ payload: {}, label: fileLabel(file), detail: path },
    ...{ exclusiveKey: fileKey(path), weight: sizeBytes, ended },
  };
}

/** The file of a job; undefined where the job was deleted meanwhile. */
export async function fileOfJob(executor: Executor, jobId: number): Promise<JobFile | undefined> {
  const [row] = await executor.select().from(importJobs).where(eq(importJobs.jobId, jobId));
  return row;
}
