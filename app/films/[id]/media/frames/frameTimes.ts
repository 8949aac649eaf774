import { rateHz } from '@/ml/timeCode/frameRate';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';

/** What says when a film's frames are shown. */
export type FrameTimes = Pick<OpenedFilm, 'rate' | 'firstFrameSeconds' | 'lengthFrames'>;

/** A moment at which a frame is surely shown: its middle, in the seconds of the file. */
export function middleOf(frame: number, { rate, firstFrameSeconds }: FrameTimes): number {
  return firstFrameSeconds + secondsOf(frame + 0.5, rate);
}

/** The frame that begins at a moment of the file, or nearest to it; within the film. */
export function frameAt(seconds: number, { rate, firstFrameSeconds, lengthFrames }: FrameTimes): number {
  const frame = Math.round((seconds - firstFrameSeconds) * rateHz(rate));
  return Math.min(lengthFrames - 1, Math.max(0, frame));
}
