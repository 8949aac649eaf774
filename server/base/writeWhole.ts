import { rename, rm, writeFile } from 'node:fs/promises';
import { unfinishedName } from './cleanUnfinished';

/** Writes beside and renames, so that no reader meets half a file; one that cannot be written leaves nothing. */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
  options: { flush?: boolean } = {},
): Promise<void> {
  const unfinished = unfinishedName(path);
  try {
    await writeFile(unfinished, content, options);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
