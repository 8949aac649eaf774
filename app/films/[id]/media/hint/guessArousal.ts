import { arousalHint } from '@/ml/film/picture/arousalHint';
import { rateHz } from '@/ml/timeCode/frameRate';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { lookAtPicture, type LookingOptions } from '../frames/lookAtPicture';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';
import type { SoundAnswer, SoundQuestion } from './sound.worker';

/** What a guess at a film's arousal is made of, so that it follows when cuts are corrected. */
export interface FilmActivity {
  /** The cuts as they were found. */
  cuts: number[];
  motion: Float32Array;
  /** In dB, each half second; null without sound, or where the browser does not decode it. */
  loudness: Float32Array | null;
}

/** Looking takes several times as long as listening. */
const lookingShare = 0.85;

/** Looks at a film and listens to it; rejects as `lookAtPicture` does. */
export async function filmActivity(
  film: OpenedFilm,
  { signal, onProgress }: LookingOptions,
): Promise<FilmActivity> {
  const looking = (fraction: number) => onProgress?.(lookingShare * fraction);
  const { cuts, motion } = await lookAtPicture(film, { signal, onProgress: looking });
  const listening = (fraction: number) => onProgress?.(lookingShare + (1 - lookingShare) * fraction);
  const loudness = film.hasSound ? await levelsOf(film, { signal, onProgress: listening }) : null;
  return { cuts, motion, loudness };
}

/** The guess, with the project's cuts where there are some. */
export function guessArousal(
  { rate }: OpenedFilm,
  { activity, cuts }: { activity: FilmActivity; cuts: readonly number[] },
): Float32Array {
  return arousalHint({ ...activity, cuts: cuts.length > 0 ? cuts : activity.cuts, rateHz: rateHz(rate) });
}

function levelsOf(film: OpenedFilm, { signal, onProgress }: LookingOptions): Promise<Float32Array | null> {
  signal?.throwIfAborted();
  const { file, firstFrameSeconds, lengthFrames, rate } = film;
  const worker = new Worker(new URL('./sound.worker.ts', import.meta.url));
  return new Promise<Float32Array | null>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    worker.onerror = ({ message }) => reject(new Error(`the film could not be heard: ${message}`));
    worker.onmessage = ({ data }: MessageEvent<SoundAnswer>) => {
      switch (data.kind) {
        case 'progress':
          return onProgress?.(data.fraction);
        case 'levels':
          return resolve(data.levels);
        case 'failed':
          return reject(new Error(`the film could not be heard: ${data.reason}`));
      }
    };
    const lengthSeconds = secondsOf(lengthFrames, rate);
    worker.postMessage({ file, firstFrameSeconds, lengthSeconds } satisfies SoundQuestion);
  }).finally(() => worker.terminate());
}
