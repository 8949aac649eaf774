import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, statfs } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sql } from 'drizzle-orm';
import { studyFiles } from '@/db/schema';
import { AppError, isAppError } from '../../../base/errors';
import { plainReason } from '../../../base/plainReason';
import { ownedStudy } from '../ownedStudy';
import { broughtFolder, studyFolder } from '../studyFolder';
import type { StudyPlace } from '../studyPlace';
import { broughtName } from './broughtName';

/** The largest file taken, bytes. */
const mostBytes = 8 * 2 ** 30;
/** What an upload leaves free on the disk, bytes. */
const keptFreeBytes = 512 * 2 ** 20;

/** A file on its way to a study. */
export interface StudyUpload {
  studyId: number;
  /** Its name, with the folders it lay in. */
  name: string;
  /** The length announced in the request; the upload must have just that. */
  declaredBytes: number | undefined;
  body: Readable;
}

/**
 * Takes in an uploaded file of a study: streamed to disk, its size checked; one of the same name is replaced. It waits
 * there, unread, until the study's mapping says what it is. What breaks off leaves nothing behind.
 * Throws AppError 'not-found', 'invalid', 'too-large' or 'unreadable'.
 */
export async function receiveStudyFile(place: StudyPlace, upload: StudyUpload): Promise<{ fileId: number }> {
  // A line that goes dead before the stream is read must not be an error that nobody hears; reading tells it later.
  upload.body.once('error', () => undefined);
  const { database, dataDirectory, caller } = place;
  await ownedStudy(database, caller, upload.studyId);
  const name = broughtName(upload.name);
  const bytes = requireSize(upload.declaredBytes);
  const folder = studyFolder(dataDirectory, upload.studyId);
  await requireRoom(folder, bytes);
  const incoming = join(folder, 'incoming', randomUUID());
  const path = join(broughtFolder(dataDirectory, upload.studyId), name);
  try {
    await mkdir(dirname(incoming), { recursive: true });
    await writeAll(upload.body, { path: incoming, bytes });
    await mkdir(dirname(path), { recursive: true });
    await rename(incoming, path).catch((cause: unknown) => {
      throw new AppError('conflict', `invalid name: ${name} (a folder or file is in its way)`, { cause });
    });
  } finally {
    await rm(incoming, { force: true });
  }
  return { fileId: await noteFile(place, upload.studyId, { name, sizeBytes: bytes, path: null }) };
}

/** Notes a file that waits to be read; `path` where it lies elsewhere than in the study's folder. Returns its number. */
export async function noteFile(
  { database }: Pick<StudyPlace, 'database'>,
  studyId: number,
  file: { name: string; sizeBytes: number; path: string | null },
): Promise<number> {
  const again = { state: 'waiting' as const, failure: null, addedAt: sql`now()` };
  const [{ id }] = await database
    .insert(studyFiles)
    .values({ ...file, studyId })
    .onConflictDoUpdate({ target: [studyFiles.studyId, studyFiles.name], set: { ...file, ...again } })
    .returning({ id: studyFiles.id });
  return id;
}

function requireSize(declared: number | undefined): number {
  if (declared === undefined || !Number.isSafeInteger(declared) || declared < 0)
    throw new AppError(
      'invalid',
      `invalid content-length: ${declared ?? 'none'} (the size of the file in bytes)`,
    );
  if (declared > mostBytes)
    throw new AppError(
      'too-large',
      `invalid content-length: ${declared} (at most ${mostBytes} bytes are taken)`,
    );
  return declared;
}

async function requireRoom(folder: string, bytes: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize - bytes >= keptFreeBytes) return;
  throw new AppError(
    'too-large',
    `invalid content-length: ${bytes} (the disk has no room for it: free some space)`,
  );
}

async function writeAll(body: Readable, { path, bytes }: { path: string; bytes: number }): Promise<void> {
  let received = 0;
  const count = new Transform({
    transform(piece: Buffer, _encoding, done) {
      received += piece.length;
      done(received > bytes ? wrongLength(received, bytes) : null, piece);
    },
  });
  try {
    await pipeline(body, count, createWriteStream(path, { flags: 'wx', flush: true }));
  } catch (error) {
    // The line and the disk fail with a code of the system; what has none is a fault of ours.
    if (isAppError(error) || !(error instanceof Error && 'code' in error)) throw error;
    throw new AppError('unreadable', `the upload broke off: ${plainReason(error)}`, { cause: error });
  }
  if (received !== bytes) throw wrongLength(received, bytes);
}

function wrongLength(received: number, bytes: number): AppError {
  return new AppError(
    'invalid',
    `invalid content-length: ${bytes} (${received} bytes or more came: upload it again)`,
  );
}
