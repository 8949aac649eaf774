import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { reserveRoom, type ReservedRoom } from '../../../base/diskRoom';
import { expectedError } from '../../../base/fullDisk';
import { broughtName } from '../files/broughtName';
import { damaged, zipDirectory, type ZipEntry } from './zipDirectory';

const localHeaderBytes = 30;
const localSignature = 0x04034b50;

/** A file that was unpacked. */
export interface UnpackedFile {
  name: string;
  sizeBytes: number;
}

/**
 * Unpacks a ZIP below a folder, file by file, in bounded memory: no file may be longer than it said, none may lead
 * elsewhere, and all must fit on the disk. Nothing of it stays where anything is wrong.
 * Throws AppError 'unreadable', 'unsupported', 'invalid' or 'too-large'.
 */
export async function unpackZip(path: string, folder: string): Promise<UnpackedFile[]> {
  const file = await open(path);
  const written: string[] = [];
  let room: ReservedRoom | undefined;
  try {
    const { size } = await file.stat();
    const entries = await zipDirectory(file, size);
    const named = entries.map((entry) => ({ entry, name: broughtName(entry.name) }));
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    room = await reserveRoom({ folder, bytes, told: `ZIP: it holds ${bytes} bytes` });
    for (const { entry, name } of named) {
      const target = join(folder, name);
      await mkdir(dirname(target), { recursive: true });
      written.push(target);
      await unpackEntry({ path, size, target }, entry);
      await room.use(entry.bytes);
    }
    return named.map(({ entry, name }) => ({ name, sizeBytes: entry.bytes }));
  } catch (error) {
    for (const target of written) await rm(target, { force: true });
    throw error;
  } finally {
    room?.release();
    await file.close();
  }
}

async function unpackEntry(
  { path, size, target }: { path: string; size: number; target: string },
  entry: ZipEntry,
): Promise<void> {
  const start = await dataStart(path, entry);
  const end = start + entry.packedBytes;
  if (end > size) throw damaged(`${entry.name.slice(0, 80)} is cut short`);
  const check = { bytes: 0, crc: 0 };
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      check.bytes += chunk.length;
      check.crc = crc32(chunk, check.crc);
      done(
        check.bytes > entry.bytes ? damaged(`${entry.name.slice(0, 80)} is longer than it says`) : null,
        chunk,
      );
    },
  });
  try {
    if (entry.packedBytes > 0)
      await pipeline(
        createReadStream(path, { start, end: end - 1 }),
        entry.method === 8 ? createInflateRaw() : new PassThrough(),
        counted,
        createWriteStream(target),
      );
    else await (await open(target, 'w')).close();
  } catch (error) {
    throw expectedError(error) ?? damaged(`${entry.name.slice(0, 80)} cannot be unpacked`);
  }
  if (check.bytes !== entry.bytes || check.crc !== entry.crc32)
    throw damaged(`${entry.name.slice(0, 80)} is damaged`);
}

async function dataStart(path: string, { headerOffset, name }: ZipEntry): Promise<number> {
  const file = await open(path);
  try {
    const header = Buffer.alloc(localHeaderBytes);
    const { bytesRead } = await file.read(header, 0, localHeaderBytes, headerOffset);
    if (bytesRead < localHeaderBytes || header.readUInt32LE(0) !== localSignature)
      throw damaged(`${name.slice(0, 80)} is not where its directory says`);
    return headerOffset + localHeaderBytes + header.readUInt16LE(26) + header.readUInt16LE(28);
  } finally {
    await file.close();
  }
}
