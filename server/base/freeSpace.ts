import { statfs } from 'node:fs/promises';
import { AppError } from './errors';

/** What stays free on a disk whatever is written, bytes: the database needs it to go on. */
export const keptFreeBytes = 512 * 2 ** 20;

/** Throws AppError 'too-large' unless the disk of `folder` has room for so many bytes more, and some to spare. */
export async function requireFreeSpace(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize - bytes >= keptFreeBytes) return;
  const megabytes = Math.ceil(bytes / 2 ** 20);
  throw new AppError('too-large', `the disk has no room for ${megabytes} MB more: free some space`);
}
