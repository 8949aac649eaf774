import { access, constants, lstat, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { and, asc, eq, gt, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { importJobs, jobs } from '@/db/schema';
import { isReasonOfSystem } from '../../base/plainReason';
import { retryJobs } from '../../jobs/retryJobs';

const chunkRows = 500;

/** A line of the list of problems that is about a file. */
interface Line {
  jobId: number;
  state: string;
  failure: string | null;
  path: string;
  sizeBytes: number;
  modifiedMs: number;
}

/**
 * Takes lines about files off the list of problems that say what is no longer so (all, or those at or under `folder`):
 * a file that is gone, or has become a folder, needs none, and one that failed is read again where it has changed, or can be
 * opened now and could not before. Returns how many are read again.
 */
export async function settleProblems(database: Database, folder?: string): Promise<number> {
  let queued = 0;
  let after = 0;
  for (;;) {
    const lines = await linesAfter(database, after, folder);
    if (lines.length === 0) return queued;
    after = lines[lines.length - 1].jobId;
    const states = await Promise.all(lines.map(stateOf));
    const those = (wanted: LineState) =>
      lines.filter((_, i) => states[i] === wanted).map(({ jobId }) => jobId);
    await takeOff(database, those('gone'));
    const mended = those('mended');
    if (mended.length > 0) queued += await retryJobs(database, mended);
  }
}

function linesAfter(database: Database, after: number, folder?: string): Promise<Line[]> {
  const { id: jobId, state, failure, warning } = jobs;
  const { path, sizeBytes, modifiedMs } = importJobs;
  const prefix = folder === undefined ? '' : folder.endsWith(sep) ? folder : folder + sep;
  const isProblem = or(eq(state, 'failed'), and(eq(state, 'done'), isNotNull(warning)));
  const isThere = or(sql`starts_with(${path}, ${prefix})`, eq(path, folder ?? ''));
  return database
    .select({ jobId, state, failure, path, sizeBytes, modifiedMs })
    .from(jobs)
    .innerJoin(importJobs, eq(importJobs.jobId, jobId))
    .where(and(gt(jobId, after), isProblem, isThere))
    .orderBy(asc(jobId))
    .limit(chunkRows);
}

type LineState = 'gone' | 'mended' | 'so';

async function stateOf({ path, state, failure, sizeBytes, modifiedMs }: Line): Promise<LineState> {
  try {
    // A link that leads nowhere is there, and its line stays.
    if ((await lstat(path)).isDirectory()) return 'gone';
    const status = await stat(path);
    if (status.isDirectory()) return 'gone';
    if (state !== 'failed') return 'so';
    if (status.size !== sizeBytes || Math.floor(status.mtimeMs) !== modifiedMs) return 'mended';
    if (!isReasonOfSystem(failure ?? '')) return 'so';
    await access(path, constants.R_OK);
    return 'mended';
  } catch (error) {
    return (await isGone(path, error)) ? 'gone' : 'so';
  }
}

async function isGone(path: string, error: unknown): Promise<boolean> {
  const isMissing = (fault: unknown) =>
    ['ENOENT', 'ENOTDIR'].includes((fault as NodeJS.ErrnoException).code ?? '');
  return isMissing(error) && lstat(path).then(() => false, isMissing);
}

/** Failed jobs are forgotten, and warnings of those that were done are cleared. */
async function takeOff(database: Database, jobIds: number[]): Promise<void> {
  if (jobIds.length === 0) return;
  await database.delete(jobs).where(and(inArray(jobs.id, jobIds), eq(jobs.state, 'failed')));
  await database
    .update(jobs)
    .set({ warning: null })
    .where(and(inArray(jobs.id, jobIds), eq(jobs.state, 'done')));
}
