import { randomAccess } from '../analysis/fileAccess';
import type { RegularFile } from '../base/openRegularFile';
import { mediaTypeOf } from './browserFormats';
import { readSoundFormat } from './formats/readSoundFormat';

/** Answers kept, by file, size and times, so that a part of a file is sent without reading the whole again. */
const known = new Map<string, string | undefined>();
const mostKnown = 1000;

/**
 * The media type under which browsers play an open file as it is, by what is in it; undefined where it has to be converted.
 * Throws the system's error where it cannot be read.
 */
export async function playableType({ handle, status }: RegularFile): Promise<string | undefined> {
  const { dev, ino, size, mtimeNs, ctimeNs } = status;
  const key = [dev, ino, size, mtimeNs, ctimeNs].join(':');
  if (known.has(key)) return known.get(key);
  const format = await readSoundFormat(randomAccess(handle, Number(size), () => undefined));
  const mediaType = format && mediaTypeOf(format);
  for (const oldest of known.keys()) {
    if (known.size < mostKnown) break;
    known.delete(oldest);
  }
  known.set(key, mediaType);
  return mediaType;
}
