import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../base/errors';

/**
 * Lets pass what names no file of `folder`, or a regular one: to open a pipe or what a link leads to, as those who send
 * files do, may never end. Throws AppError 'not-found'.
 *
 * @param target path and query of a request, as readTarget gives them
 */
export async function refuseIrregularFile(folder: string, target: string): Promise<void> {
  const { pathname } = new URL(target, 'http://host');
  const status = await lstat(join(folder, decodeURIComponent(pathname))).catch(() => undefined);
  if (status === undefined || status.isFile() || status.isDirectory()) return;
  throw new AppError('not-found', `invalid address: ${pathname} (no file lies there)`);
}
