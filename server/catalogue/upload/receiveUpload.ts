import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '@/db/open';
import { importBatches, jobs, openJobStates } from '@/db/schema';
import { fileKey } from '../../jobs/fileKey';
import { AppError } from '../../base/errors';
import { extensionOf, isAudioName } from '../../base/audioExtensions';
import { incomingFolder, ownFolder } from '../../base/dataFolders';
import { reserveRoom } from '../../base/diskRoom';
import { cleanText } from '../../base/cleanText';
import { rowId } from '../../base/inputShapes';
import { parseInput } from '../../base/parseInput';
import { enqueueImport } from '../import/enqueueImport';
import { receiveBody } from '../../base/receiveBody';

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
  const incoming = join(folder, randomUUID());
  const told = `content-length: ${bytes}`;
  const room = await reserveRoom({ folder, bytes, told, keptFreeBytes: upload.keptFreeBytes });
  try {
    const hash = createHash('sha256');
    await receiveBody(upload.body, { path: incoming, bytes, room, hash });
    const extension = extensionOf(name);
    const path = await layDown(incoming, { dataDirectory, hash: hash.digest('hex'), extension });
    return await queueUpload(database, { path, name, batchId: upload.batchId });
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

/** Moves a whole upload to where its content's hash says, unless it lies there already. Returns that path. */
async function layDown(
  incoming: string,
  { dataDirectory, hash, extension }: { dataDirectory: string; hash: string; extension: string },
): Promise<string> {
  const folder = join(ownFolder(dataDirectory, 'uploads'), hash.slice(0, 2));
  const path = join(folder, `${hash.slice(2)}.${extension}`);
  await mkdir(folder, { recursive: true });
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (!isThere) await rename(incoming, path);
  return path;
}

async function queueUpload(
  database: Database,
  { path, name, batchId }: { path: string; name: string; batchId?: number },
): Promise<Received> {
  const { size, mtimeMs } = await stat(path);
  const file = { kind: 'file' as const, path, name, sizeBytes: size, modifiedMs: Math.floor(mtimeMs) };
  const result = await enqueueImport(database, [file], {
    origin: 'upload',
    label: 'Uploads',
    again: { failed: true, cancelled: true, removed: true },
    batchId,
    priority: uploadPriority,
  });
  const [job] = await database
    .select({ id: jobs.id, batchId: jobs.batchId })
    .from(jobs)
    .where(and(eq(jobs.exclusiveKey, fileKey(path)), inArray(jobs.state, [...openJobStates])));
  return {
    batchId: job?.batchId ?? result.batchId,
    jobId: job?.id ?? null,
    unchanged: result.unchanged > 0,
  };
}

/** Deletes what broken-off uploads of an earlier run left behind. Call before uploads are taken. */
export async function cleanIncoming(dataDirectory: string): Promise<void> {
  await rm(incomingFolder(dataDirectory), { recursive: true, force: true });
}
