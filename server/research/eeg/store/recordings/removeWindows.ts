import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { windowsOf } from './windowsOf';

/** Removes all windows that lie there of a recording but those of one measuring, whose file is `kept`. */
export async function removeWindows(
  dataDirectory: string,
  recording: { studyId: number; id: number },
  kept: string | null = null,
): Promise<void> {
  const stem = kept?.replace(/\.npy$/, '.') ?? null;
  for (const path of await windowsOf(dataDirectory, recording))
    if (stem === null || !basename(path).startsWith(stem)) await rm(path, { force: true });
}
