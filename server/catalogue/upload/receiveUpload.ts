import { createHash } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Executor } from '@/db/open';
import { importBatches, jobs, openJobStates } from '@/db/schema';
import { fileKey } from '../../jobs/fileKey';
import { AppError } from '../../base/errors';
import { extensionOf, isAudioName } from '../../base/audioExtensions';
import { incomingFolder, ownFolder } from '../../base/dataFolders';
import { reserveRoom } from '../../base/diskRoom';
import { unfinishedName } from '../../base/cleanUnfinished';
import { cleanText } from '../../base/cleanText';
import { isThere } from '../../base/isThere';
import { rowId } from '../../base/inputShapes';
import { parseInput } from '../../base/parseInput';
import { enqueueImport } from '../import/enqueueImport';
import { receiveBody } from '../../base/receiveBody';
import { holdUploads, noteUploads, settleUploads } from './uploadsFolder';

/** The largest file taken, unless told otherwise, bytes. */
const defaultMostBytes = 4 * 2 ** 30;
const uploadBatch = z.object({ batch: rowId });
/** Before imports: somebody is waiting for this one file. */
const uploadPriority = 0;

export interface Upload {
  body: Readable;
  /** What the person calls the file. */
  name: string;
  /** The length announced in the request; the upload must have just that. */
  declaredBytes: number | undefined;
  /** An earlier batch of uploads to add to. */
  batchId?: number;
  mostBytes?: number;
  /** What it leaves free on the disk, bytes. */
  keptFreeBytes?: number;
}

export interface Received {
  batchId: number | null;
  jobId: number | null;
  /** True when the very same file is in the library already. */
  unchanged: boolean;
}

/**
 * Takes in an uploaded file: streamed to disk, its size and the disk's room checked, laid down under the hash
 * of its content, and queued. What breaks off leaves nothing behind.
 * Throws AppError 'invalid', 'too-large' or 'unreadable'.
 */
export async function receiveUpload(
  { database, dataDirectory }: { database: Database; dataDirectory: string },
  upload: Upload,
): Promise<Received> {
  // A line that goes dead before the stream is read must not be an error that nobody hears; reading tells it later.
  upload.body.once('error', () => undefined);
  const name = cleanText(upload.name);
  if (name === null || !isAudioName(name)) {
    throw new AppError(
      'invalid',
      `invalid name: ${name ?? ''} (end it as sound files end, such as .mp3 or .flac)`,
    );
  }
  const bytes = requireSize(upload);
  await requireUploadBatch(database, upload.batchId);
  const folder = incomingFolder(dataDirectory);
  const incoming = join(folder, unfinishedName('upload'));
  const told = `content-length: ${bytes}`;
  const room = await reserveRoom({ folder, bytes, told, keptFreeBytes: upload.keptFreeBytes });
  try {
    const hash = createHash('sha256');
    await receiveBody(upload.body, { path: incoming, bytes, room, hash });
    const path = pathOf(dataDirectory, { hash: hash.digest('hex'), extension: extensionOf(name) });
    const queue = (executor: Executor) => queueUpload(executor, { path, name, batchId: upload.batchId });
    return await layDown({ database, dataDirectory }, { incoming, path, queue });
  } finally {
    room.release();
    await rm(incoming, { force: true });
  }
}

function requireSize({ declaredBytes, mostBytes = defaultMostBytes }: Upload): number {
  if (declaredBytes === undefined || !Number.isSafeInteger(declaredBytes) || declaredBytes <= 0) {
    throw new AppError(
      'invalid',
      `invalid content-length: ${declaredBytes ?? 'none'} (the size of the file in bytes)`,
    );
  }
  if (declaredBytes > mostBytes) {
    throw new AppError(
      'too-large',
      `invalid content-length: ${declaredBytes} (at most ${mostBytes} bytes are taken)`,
    );
  }
  return declaredBytes;
}

async function requireUploadBatch(database: Database, batchId: number | undefined): Promise<void> {
  if (batchId === undefined) return;
  parseInput(uploadBatch, { batch: batchId });
  const rows = await database
    .select({ id: importBatches.batchId })
    .from(importBatches)
    .where(and(eq(importBatches.batchId, batchId), eq(importBatches.origin, 'upload')));
  if (rows.length === 0)
    throw new AppError('not-found', `invalid batch: ${batchId} (no uploads have that number)`);
}

/** Where an upload lies, by the hash of its content. */
function pathOf(dataDirectory: string, { hash, extension }: { hash: string; extension: string }): string {
  return join(ownFolder(dataDirectory, 'uploads'), hash.slice(0, 2), `${hash.slice(2)}.${extension}`);
}

/**
 * Moves a whole upload to its path, unless it lies there already, and queues it: both or neither. Where the program is
 * killed in between, the next start finds it noted, and deletes what no row names.
 */
async function layDown<Result>(
  { database, dataDirectory }: { database: Database; dataDirectory: string },
  {
    incoming,
    path,
    queue,
  }: { incoming: string; path: string; queue: (executor: Executor) => Promise<Result> },
): Promise<Result> {
  const note = await noteUploads(dataDirectory, [path]);
  let queued: Result;
  try {
    queued = await database.transaction(async (transaction) => {
      await holdUploads(transaction);
      await mkdir(dirname(path), { recursive: true });
      if (!(await isThere(path))) await rename(incoming, path);
      return queue(transaction);
    });
  } catch (error) {
    // It may be queued although that was not heard of. Where that cannot be seen, the next start will.
    await settleUploads({ database, dataDirectory }, note).catch(() => undefined);
    throw error;
  }
  await note.forget();
  return queued;
}

async function queueUpload(
  executor: Executor,
  { path, name, batchId }: { path: string; name: string; batchId?: number },
): Promise<Received> {
  const { size, mtimeMs } = await stat(path);
  const file = { kind: 'file' as const, path, name, sizeBytes: size, modifiedMs: Math.floor(mtimeMs) };
  const result = await enqueueImport(executor, [file], {
    origin: 'upload',
    label: 'Uploads',
    again: { failed: true, cancelled: true, removed: true },
    batchId,
    priority: uploadPriority,
  });
  const [job] = await executor
    .select({ id: jobs.id, batchId: jobs.batchId })
    .from(jobs)
    .where(and(eq(jobs.exclusiveKey, fileKey(path)), inArray(jobs.state, [...openJobStates])));
  return {
    batchId: job?.batchId ?? result.batchId,
    jobId: job?.id ?? null,
    unchanged: result.unchanged > 0,
  };
}
