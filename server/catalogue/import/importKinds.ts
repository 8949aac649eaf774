import { lstat } from 'node:fs/promises';
import { and, eq, inArray, ne, or, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { files, importJobs, jobs } from '@/db/schema';
import type { TrackListener } from '../../analysis/trackListener';
import type { FollowUp, JobKind } from '../../jobs/jobKind';
import { coverFolder } from '../../base/dataFolders';
import { noteUploads, settleUploads } from '../upload/uploadsFolder';
import { analyseAgainJob, fileOfJob, importJob, type FileJobPayload } from './fileJobs';
import { runFileJob } from './runFileJob';

/** What the jobs of the catalogue are put together with. */
export interface ImportParts {
  dataDirectory: string;
  /** What is to hear the sound of every track beside the profile. */
  listeners: TrackListener[];
}

/** The kinds of job of the catalogue. Both do whatever a file still lacks. */
export function importKinds({ dataDirectory, listeners }: ImportParts): JobKind<FileJobPayload>[] {
  const doing: Omit<JobKind<FileJobPayload>, 'name' | 'payload'> = {
    run: (job, tools) => runFileJob(job, tools, { listeners, coverFolder: coverFolder(dataDirectory) }),
    whenFailed: noteReplaced,
    whenForgotten: (executor, jobIds) => forgetUploads(executor, jobIds, dataDirectory),
  };
  return [
    { ...importJob, ...doing },
    { ...analyseAgainJob, ...doing },
  ];
}

/**
 * A track that the path of a failed job held before, with other bytes, is missing from now on. Where the file itself is gone,
 * there is nothing to say of it, and the job goes too.
 */
async function noteReplaced(executor: Executor, jobId: number): Promise<void> {
  const file = await fileOfJob(executor, jobId);
  if (!file) return;
  const isGone = await lstat(file.path).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  );
  if (isGone) await executor.delete(jobs).where(eq(jobs.id, jobId));
  const isChanged = or(ne(files.sizeBytes, file.sizeBytes), ne(files.modifiedMs, file.modifiedMs));
  await executor
    .update(files)
    .set({ missingSince: sql`coalesce(${files.missingSince}, now())` })
    .where(and(eq(files.path, file.path), isGone ? undefined : isChanged));
}

/** The uploads that failed go with their jobs. */
async function forgetUploads(executor: Executor, jobIds: number[], dataDirectory: string): Promise<FollowUp> {
  const rows = await executor
    .select({ path: importJobs.path })
    .from(importJobs)
    .where(inArray(importJobs.jobId, jobIds));
  const paths = rows.map(({ path }) => path);
  const note = await noteUploads(dataDirectory, paths);
  return (database) => settleUploads({ database, dataDirectory }, note);
}
