import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../../base/errors';

/** A file within a ZIP. */
export interface ZipEntry {
  name: string;
  /** 0 as it is, 8 deflated. */
  method: number;
  crc32: number;
  packedBytes: number;
  bytes: number;
  /** Where its local header begins. */
  headerOffset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
const entryBytes = 46;
const mostEntries = 20_000;
const mostDirectoryBytes = 16 * 2 ** 20;

/**
 * The files that a ZIP says it holds, by its central directory (APPNOTE 6.3, without ZIP64); folders are left out.
 * Throws AppError 'unreadable' for what is cut short or damaged, 'unsupported' for encryption, ZIP64 and other packings.
 */
export async function zipDirectory(file: FileHandle, sizeBytes: number): Promise<ZipEntry[]> {
  const { entries, offset, length } = await findDirectory(file, sizeBytes);
  if (offset + length > sizeBytes || length > mostDirectoryBytes || entries > mostEntries)
    throw damaged(`its directory of ${entries} files does not fit`);
  const directory = Buffer.alloc(length);
  await file.read(directory, 0, length, offset);
  const found: ZipEntry[] = [];
  let at = 0;
  for (let entry = 0; entry < entries; entry++) {
    const read = entryAt(directory, at);
    at = read.next;
    if (!read.entry.name.endsWith('/')) found.push(read.entry);
  }
  return found;
}

async function findDirectory(file: FileHandle, sizeBytes: number) {
  const length = Math.min(sizeBytes, endBytes + 0xffff);
  const tail = Buffer.alloc(length);
  await file.read(tail, 0, length, sizeBytes - length);
  for (let at = length - endBytes; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    const [entries, size, offset] = [
      tail.readUInt16LE(at + 10),
      tail.readUInt32LE(at + 12),
      tail.readUInt32LE(at + 16),
    ];
    if (entries === 0xffff || offset === 0xffffffff)
      throw new AppError(
        'unsupported',
        'invalid ZIP: it is a ZIP64 (pack less than 4 GB, or bring the files as they are)',
      );
    return { entries, length: size, offset };
  }
  throw damaged('its directory is missing: it was cut short, or is no ZIP');
}

function entryAt(directory: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + entryBytes > directory.length || directory.readUInt32LE(at) !== entrySignature)
    throw damaged('its directory is damaged');
  const [flags, method] = [directory.readUInt16LE(at + 8), directory.readUInt16LE(at + 10)];
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
    directory.readUInt16LE(at + field),
  );
  const name = directory.toString('utf8', at + entryBytes, at + entryBytes + nameLength);
  if (flags & 1 || (method !== 0 && method !== 8))
    throw new AppError(
      'unsupported',
      `invalid ZIP: ${name.slice(0, 80)} is encrypted or packed in an unknown way`,
    );
  const entry = {
    ...{ name, method, crc32: directory.readUInt32LE(at + 16) },
    packedBytes: directory.readUInt32LE(at + 20),
    bytes: directory.readUInt32LE(at + 24),
    headerOffset: directory.readUInt32LE(at + 42),
  };
  return { entry, next: at + entryBytes + nameLength + extraLength + commentLength };
}

/** What is said of a ZIP that is not whole. */
export function damaged(reason: string): AppError {
  return new AppError('unreadable', `invalid ZIP: ${reason}`);
}
