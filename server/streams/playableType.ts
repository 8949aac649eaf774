import { randomAccess } from '../analysis/fileAccess';
import { AppError } from '../base/errors';
import type { RegularFile } from '../base/openRegularFile';
import { SharedWork } from '../base/sharedWork';
import { Turns } from '../base/turns';
import { mediaTypeOf } from './browserFormats';
import { readSoundFormat } from './formats/readSoundFormat';

/** Answers kept, by file, size and times, so that a part of a file is sent without reading the whole again. */
const known = new Map<string, string | undefined>();
const mostKnown = 1000;

/** Frame after frame of a file is looked at in the server's own thread; a long one takes seconds. */
const turns = new Turns({ atOnce: 2, mostWaiting: 200, what: 'sounds' });
const looks = new SharedWork<string | undefined>();

/**
 * The media type under which browsers play an open file as it is, by what is in it; undefined where it has to be converted.
 * It is looked at once for all who ask at a time, and no further when all of them have gone; it is to stay open until then.
 * Throws the system's error where it cannot be read, AppError 'too-many' where too many wait, 'unavailable' where it was stopped.
 */
export async function playableType(
  { handle, status }: RegularFile,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const { dev, ino, size, mtimeNs, ctimeNs } = status;
  const key = [dev, ino, size, mtimeNs, ctimeNs].join(':');
  if (known.has(key)) return known.get(key);
  const look = async (stop: AbortSignal) => {
    const file = randomAccess(handle, Number(size), () => requireAsker(stop));
    const format = await readSoundFormat(file);
    const mediaType = format && mediaTypeOf(format);
    keep(key, mediaType);
    return mediaType;
  };
  return looks.join(key, (stop) => turns.run(() => look(stop), stop), signal);
}

function requireAsker(stop: AbortSignal): void {
  if (stop.aborted)
    throw new AppError('unavailable', 'the look at the file was stopped, as nobody waits for it');
}

function keep(key: string, mediaType: string | undefined): void {
  for (const oldest of known.keys()) {
    if (known.size < mostKnown) break;
    known.delete(oldest);
  }
  known.set(key, mediaType);
}
