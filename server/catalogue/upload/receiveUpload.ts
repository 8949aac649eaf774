import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { importBatches, jobs, openJobStates } from '@/db/schema';
import { fileKey } from '../../jobs/fileKey';
import { AppError, isAppError } from '../../base/errors';
import { extensionOf, isAudioName } from '../../base/audioExtensions';
import { incomingFolder, ownFolder } from '../../base/dataFolders';
import { cleanText } from '../../base/cleanText';
import { enqueueImport } from '../import/enqueueImport';
import { plainReason } from '../../base/plainReason';

/** The largest file taken, unless told otherwise, bytes. */
const defaultMostBytes = 4 * 2 ** 30;
/** What an upload leaves free on the disk, bytes. */
const keptFreeBytes = 512 * 2 ** 20;
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
  await requireRoom(dataDirectory, bytes);
  const incoming = join(incomingFolder(dataDirectory), randomUUID());
  try {
    const hash = await writeAll(upload.body, { path: incoming, bytes });
    const path = await layDown(incoming, { dataDirectory, hash, extension: extensionOf(name) });
    return await queueUpload(database, { path, name, batchId: upload.batchId });
  } finally {
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
  const rows = await database
    .select({ id: importBatches.batchId })
    .from(importBatches)
    .where(and(eq(importBatches.batchId, batchId), eq(importBatches.origin, 'upload')));
  if (rows.length === 0)
    throw new AppError('not-found', `invalid batch: ${batchId} (no uploads have that number)`);
}

async function requireRoom(dataDirectory: string, bytes: number): Promise<void> {
  await mkdir(incomingFolder(dataDirectory), { recursive: true });
  const { bavail, bsize } = await statfs(dataDirectory);
  if (bavail * bsize - bytes >= keptFreeBytes) return;
  throw new AppError(
    'too-large',
    `invalid content-length: ${bytes} (the disk has no room for it: free some space)`,
  );
}

/** Writes a stream to `path`, which must bring just `bytes` bytes. Returns the SHA-256 of what came, in hex. */
async function writeAll(body: Readable, { path, bytes }: { path: string; bytes: number }): Promise<string> {
  const hash = createHash('sha256');
  let received = 0;
  const count = new Transform({
    transform(piece: Buffer, _encoding, done) {
      received += piece.length;
      hash.update(piece);
      done(received > bytes ? wrongLength(received, bytes) : null, piece);
    },
  });
  // Opened before anything can fail: a file that a stream is still opening would appear after its removal.
  const file = await open(path, 'wx');
  try {
    await pipeline(body, count, file.createWriteStream({ flush: true }));
  } catch (error) {
    // The line and the disk fail with a code of the system; what has none is a fault of ours.
    if (isAppError(error) || !(error instanceof Error && 'code' in error)) throw error;
    throw new AppError('unreadable', `the upload broke off: ${plainReason(error)}`, { cause: error });
  }
  if (received !== bytes) throw wrongLength(received, bytes);
  return hash.digest('hex');
}

function wrongLength(received: number, bytes: number): AppError {
  return new AppError(
    'invalid',
    `invalid content-length: ${bytes} (${received} bytes or more came: upload it again)`,
  );
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
