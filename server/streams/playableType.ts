import { open } from 'node:fs/promises';
import { randomAccess } from '../analysis/fileAccess';
import { mediaTypeOf } from './browserFormats';
import { readSoundFormat } from './formats/readSoundFormat';

/** Answers kept, by path, size and time, so that a part of a file is sent without reading the whole again. */
const known = new Map<string, string | undefined>();
const mostKnown = 1000;

/**
 * The media type under which browsers play a file as it is, by what is in it; undefined where it has to be converted.
 * Throws the system's error where it cannot be read.
 */
export async function playableType(path: string): Promise<string | undefined> {
  const handle = await open(path);
  try {
    const { size, mtimeMs } = await handle.stat();
    const key = `${size}:${mtimeMs}:${path}`;
    if (known.has(key)) return known.get(key);
    const format = await readSoundFormat(randomAccess(handle, size, () => undefined));
    const mediaType = format && mediaTypeOf(format);
    for (const oldest of known.keys()) {
      if (known.size < mostKnown) break;
      known.delete(oldest);
    }
    known.set(key, mediaType);
    return mediaType;
  } finally {
    await handle.close();
  }
}
