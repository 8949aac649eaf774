import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Files that are being written: their names hold the number of the process for which they are. */
const unfinished = /\.(\d+)\.part(\.|$)/;

/**
 * The name under which a file is written for this process until it is whole: another each time, as who begins anew may meet
 * one who is still tidying up.
 */
export function unfinishedName(path: string): string {
  return `${path}.${randomUUID()}.${process.pid}.part`;
}

/** True for the name of a file that is not whole yet, and is written for this process or another that runs. */
export function isBeingWritten(name: string): boolean {
  const [, writer] = unfinished.exec(name) ?? [];
  return writer !== undefined && (Number(writer) === process.pid || isAnother(Number(writer)));
}

/** Deletes what an earlier run left unfinished in the folders of `cache`. What another process still writes stays. */
export async function cleanUnfinished(cache: string): Promise<void> {
  const entries = await readdir(cache, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries) {
    const [, writer] = unfinished.exec(entry.name) ?? [];
    if (entry.isFile() && writer !== undefined && !isAnother(Number(writer)))
      await rm(join(entry.parentPath, entry.name), { force: true });
  }
}

/** True for the name of a file that another process writes, which runs. */
export function isOfAnother(name: string): boolean {
  const [, writer] = unfinished.exec(name) ?? [];
  return writer !== undefined && isAnother(Number(writer));
}

/** True for the number of a process that runs and is not this one, which has begun nothing yet. */
function isAnother(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
