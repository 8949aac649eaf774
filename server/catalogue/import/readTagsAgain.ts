import { and, asc, eq, gt, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { sep } from 'node:path';
import { z } from 'zod';
import type { Database, Executor } from '@/db/open';
import { batches, files } from '@/db/schema';
import { tagsOfFile, type TagsOfFile } from '../../analysis/readTagsKind';
import { enqueueJobs, openBatch } from '../../jobs/enqueueJobs';
import type { Job, JobDefinition, JobEnd, JobKind, JobTools } from '../../jobs/jobKind';
import { backgroundPriority } from '../../jobs/priorities';
import { tagColumns, tagReader } from './fileLabels';
import { labelTracks } from './labelTracks';
import { lookAtAllAgain, type LibraryFile } from './lookAgain';
import { oneSaveAtATime } from './saveLock';

const payload = z.strictObject({
  /** Only the files under this folder; null for all. */
  folder: z.string().nullable(),
  /** Only those that an older reader of tags has read. */
  outdated: z.boolean(),
});
type ReadTagsPayload = z.infer<typeof payload>;

/** The tags of the library's files, or of those under a folder, read once more without their sound. */
const readTagsJob: JobDefinition<ReadTagsPayload> = { name: 'read-tags', payload };

/** The kind of job that reads tags again. */
export const readTagsKind: JobKind<ReadTagsPayload> = { ...readTagsJob, run: readAgain };

/** Queues a reading of all tags, under a folder if one is named. False where it waits or is under way already. */
export async function queueReadTags(database: Database, folder: string | null): Promise<boolean> {
  const label = folder === null ? 'Tags of the library' : `Tags in ${folder}`;
  return queue(database, { label, payload: { folder, outdated: false } });
}

/** Queues, behind all other work, a reading of the tags that an older version read; safe to call at every start. */
export async function queueOutdatedTags(database: Database): Promise<boolean> {
  const job = { folder: null, outdated: true };
  const [outdated] = await database.select({ id: files.id }).from(files).where(wanted(job)).limit(1);
  if (!outdated) return false;
  const label = 'Tags that an older version read';
  return queue(database, { label, payload: job, priority: backgroundPriority });
}

interface Wish {
  label: string;
  payload: ReadTagsPayload;
  priority?: number;
}

function queue(database: Database, { label, payload: job, priority }: Wish): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const batchId = await openBatch(transaction, label);
    const exclusiveKey = `tags:${JSON.stringify(job)}`;
    const wish = { batchId, priority, jobs: [{ payload: job, label, exclusiveKey }] };
    const queued = await enqueueJobs(transaction, readTagsJob, wish);
    if (queued.length === 0) await transaction.delete(batches).where(eq(batches.id, batchId));
    return queued.length > 0;
  });
}

type FileRow = typeof files.$inferSelect;

/** A file that was looked at, with what its tags say where they could be read. */
interface LookedAt {
  file: FileRow;
  read?: TagsOfFile;
}

const rowsAtOnce = 50;

async function readAgain(job: Job<ReadTagsPayload>, tools: JobTools): Promise<JobEnd> {
  const { database, client, signal, onProgress } = tools;
  const total = await database.$count(files, wanted(job.payload));
  let [done, unread, after] = [0, 0, 0];
  const touched: LibraryFile[] = [];
  for (;;) {
    const rows = await filesAfter(database, job.payload, after);
    if (rows.length === 0) break;
    const looked: LookedAt[] = [];
    for (const file of rows) {
      const outcome = await client.request(tagsOfFile, { path: file.path }, { signal });
      if (outcome.kind === 'stopped') return outcome;
      const isGone = outcome.kind === 'failed' && outcome.code === 'not-found';
      if (outcome.kind !== 'answered') unread++;
      if (!isGone) looked.push({ file, read: outcome.kind === 'answered' ? outcome.answer : undefined });
      onProgress(++done / total, null);
    }
    await database.transaction((transaction) => keep(transaction, looked));
    touched.push(
      ...looked.filter(isTouched).map(({ file: { path, origin, name } }) => ({ path, origin, name })),
    );
    after = rows[rows.length - 1].id;
  }
  await lookAtAllAgain(database, touched);
  return { kind: 'done', write: () => Promise.resolve({ warning: unreadWarning(unread) }) };
}

/** Files that are there, as far as it is known, and are to be read. */
function wanted({ folder, outdated }: ReadTagsPayload): SQL | undefined {
  const prefix = folder === null || folder.endsWith(sep) ? folder : folder + sep;
  return and(
    isNull(files.missingSince),
    prefix === null ? undefined : sql`starts_with(${files.path}, ${prefix})`,
    outdated ? lt(files.tagReader, tagReader) : undefined,
  );
}

function filesAfter(executor: Executor, job: ReadTagsPayload, after: number): Promise<FileRow[]> {
  return executor
    .select()
    .from(files)
    .where(and(gt(files.id, after), wanted(job)))
    .orderBy(asc(files.id))
    .limit(rowsAtOnce);
}

/** One of the same size and time whose entry was changed: what is in it may be another's, which an import finds out. */
function isTouched({ file, read }: LookedAt): boolean {
  return isAsLarge({ file, read }) && file.changedMs !== null && file.changedMs !== read?.changedMs;
}

function isAsLarge({ file, read }: LookedAt): boolean {
  return read?.sizeBytes === file.sizeBytes && read.modifiedMs === file.modifiedMs;
}

/** A file whose bytes are others now is for an import to read; it is not looked at for its age again. */
async function keep(executor: Executor, looked: LookedAt[]): Promise<void> {
  await oneSaveAtATime(executor);
  for (const each of looked) {
    const { file, read } = each;
    const isSame = read && isAsLarge(each) && !isTouched(each);
    const said = isSame ? { ...tagColumns(file, read.tags), changedMs: read.changedMs } : { tagReader };
    const { id, sizeBytes, modifiedMs } = file;
    const isAsItWas = and(eq(files.id, id), eq(files.sizeBytes, sizeBytes), eq(files.modifiedMs, modifiedMs));
    await executor.update(files).set(said).where(isAsItWas);
  }
  await labelTracks(
    executor,
    looked.map(({ file }) => file.trackId),
  );
}

function unreadWarning(unread: number): string | null {
  if (unread === 0) return null;
  return `the tags of ${unread === 1 ? '1 file' : `${unread} files`} could not be read and are as they were`;
}
