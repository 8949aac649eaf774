import { CutFinder } from '@/ml/film/picture/cutFinder';
import { framePrint, printHeight, printWidth } from '@/ml/film/picture/framePrint';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';
import { middleOf } from './frameTimes';
import type { PictureAnswer, PictureQuestion } from './picture.worker';
import { findingsOnFilm, type PictureFindings } from './pictureFindings';
import { SeekingPicture } from './seekingPicture';

export interface LookingOptions {
  /** From 0 to 1, now and then. */
  onProgress?: (fraction: number) => void;
  signal?: AbortSignal;
}

/** What was found in films since the page was loaded: looking at a long one takes minutes. */
const known = new WeakMap<OpenedFilm, PictureFindings>();

/**
 * The cuts and the motion of a film's picture, frame by frame: decoded in a worker, or, where the browser shows the film
 * but lets nobody decode it, by seeking through it, which takes many times as long.
 *
 * @throws Error in words where its picture cannot be had here, or breaks off; the signal's reason when it is aborted
 */
export async function lookAtPicture(
  film: OpenedFilm,
  options: LookingOptions = {},
): Promise<PictureFindings> {
  const before = known.get(film);
  if (before) return before;
  const findings = (await decoded(film, options)) ?? (await soughtThrough(film, options));
  known.set(film, findings);
  return findings;
}

/** The first frame of each shot of a film but the first, ascending; as `lookAtPicture`. */
export async function findCuts(film: OpenedFilm, options: LookingOptions = {}): Promise<number[]> {
  return (await lookAtPicture(film, options)).cuts;
}

/** Null where no decoder takes the film. */
function decoded(film: OpenedFilm, { onProgress, signal }: LookingOptions): Promise<PictureFindings | null> {
  signal?.throwIfAborted();
  const { file, rate, firstFrameSeconds, lengthFrames } = film;
  const worker = new Worker(new URL('./picture.worker.ts', import.meta.url));
  return new Promise<PictureFindings | null>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.onerror = ({ message }) => reject(new Error(`the film could not be looked at: ${message}`));
    worker.onmessage = ({ data }: MessageEvent<PictureAnswer>) => {
      switch (data.kind) {
        case 'progress':
          return onProgress?.(data.fraction);
        case 'found':
          return resolve(data.findings);
        case 'undecodable':
          return resolve(null);
        case 'failed':
          return reject(new Error(`the film could not be looked at: ${data.reason}`));
      }
    };
    worker.postMessage({ file, times: { rate, firstFrameSeconds, lengthFrames } } satisfies PictureQuestion);
  }).finally(() => worker.terminate());
}

async function soughtThrough(
  film: OpenedFilm,
  { onProgress, signal }: LookingOptions,
): Promise<PictureFindings> {
  const canvas = new OffscreenCanvas(printWidth, printHeight);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!film.isPictureShown || !context) {
    throw new Error('this browser does not show the picture of this film: open a copy that it shows');
  }
  const picture = new SeekingPicture(film.url);
  const finder = new CutFinder();
  try {
    for (let frame = 0; frame < film.lengthFrames; frame++) {
      signal?.throwIfAborted();
      context.drawImage(await picture.at(middleOf(frame, film)), 0, 0, printWidth, printHeight);
      finder.push(framePrint(context.getImageData(0, 0, printWidth, printHeight).data));
      onProgress?.((frame + 1) / film.lengthFrames);
    }
  } finally {
    picture.close();
  }
  const frames = Array.from({ length: film.lengthFrames }, (_, frame) => frame);
  return findingsOnFilm(finder.finish(), { frames, lengthFrames: film.lengthFrames });
}
