import { edgesHash } from './edgesHash';
import type { OpenedFilm } from './openedFilm';
import { isPictureShown } from './picture';
import type { ReadingOptions } from './readFilmFacts';

/** A film that was opened, or why it was not, in words. */
export type FilmOpening = { film: OpenedFilm; refusal?: undefined } | { film?: undefined; refusal: string };

/** Opens a film's file where it lies: nothing of it is sent. Its URL lasts until `closeFilm`. */
export async function openFilm(file: File, options: ReadingOptions = {}): Promise<FilmOpening> {
  try {
    // The readers of containers are large: who opens no film need not load them.
    const { readFilmFacts } = await import('./readFilmFacts');
    const facts = await readFilmFacts(file, options);
    if (!facts) return { refusal: refusalOf(file) };
    const url = URL.createObjectURL(file);
    const [hash, shown] = await Promise.all([edgesHash(file), isPictureShown(url)]);
    return { film: { ...facts, file, url, sizeBytes: file.size, edgesHash: hash, isPictureShown: shown } };
  } catch (error) {
    if (options.signal?.aborted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { refusal: `“${file.name}” could not be read to its end: ${reason}` };
  }
}

/** Gives back what an opened film holds. */
export function closeFilm({ url }: OpenedFilm): void {
  URL.revokeObjectURL(url);
}

function refusalOf(file: File): string {
  if (file.size === 0) return `“${file.name}” is empty.`;
  return `“${file.name}” is not a film that can be read here: MP4, MOV, WebM, MKV and transport streams with a picture are. One of another kind, such as MXF or AVI, can be copied to MP4, or its length entered by hand.`;
}
