import { stat } from 'node:fs/promises';
import { dirname, join, win32 } from 'node:path';

/**
 * A file that another one names as lying beside it, or below. Where it is not there under that name, one of the other
 * names is taken: files are renamed, and paths of the machine that recorded mean nothing here. A name that leads out
 * of the folder counts by its last part only.
 *
 * @param named as the file says; `others` are names to try next, of the same folder
 * @returns null where there is none
 */
export async function fileBeside(
  path: string,
  named: string | undefined,
  others: readonly string[],
): Promise<{ path: string; isRenamed: boolean } | null> {
  const asNamed = named === undefined || named === '' ? [] : [withinFolder(named)];
  const last = named === undefined ? [] : [win32.basename(named)];
  for (const name of [...asNamed, ...last, ...others]) {
    if (name === null || name === '' || name.includes('\0')) continue;
    const found = join(dirname(path), name);
    if (await isFile(found)) return { path: found, isRenamed: name !== named };
  }
  return null;
}

function withinFolder(named: string): string | null {
  const parts = named.split(/[\\/]/).filter((part) => part !== '.');
  const leaves = win32.isAbsolute(named) || parts.some((part) => part === '..' || part.includes(':'));
  return leaves ? null : join(...parts);
}

function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (status) => status.isFile(),
    () => false,
  );
}
