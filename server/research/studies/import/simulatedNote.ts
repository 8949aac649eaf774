import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { parsedJson } from '../../../base/parsedJson';

/** The part of an exported study's note that says whether its participants are made up. */
const note = z.object({ format: z.literal('circumplex study'), simulated: z.boolean() });
/** A larger file is no such note. */
const mostBytes = 8_000_000;

/** True where the note of an exported study among brought files says that its participants are simulated. */
export async function saysSimulated(paths: ReadonlyMap<string, string>): Promise<boolean> {
  for (const [name, path] of paths) {
    if (!/^([^/]+\/)?study\.json$/.test(name)) continue;
    const status = await stat(path).catch(() => null);
    if (status === null || status.size > mostBytes) continue;
    // Where it is somebody's own study.json it says nothing to us.
    const parsed = note.safeParse(parsedJson(await readFile(path, 'utf8')));
    if (parsed.success && parsed.data.simulated) return true;
  }
  return false;
}
