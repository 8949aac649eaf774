import { frameOf, timeCodeOf } from '@/ml/timeCode/timeCode';
import type { FilmProject } from './filmBench';

type Film = Pick<FilmProject['film'], 'rate' | 'dropFrame' | 'startFrame'>;

/** The time code of a frame that is counted from the film's first. */
export function filmTimeCode(film: Film, frame: number): string {
  return timeCodeOf(film.startFrame + frame, film);
}

/** The frame of a time code, counted from the film's first; null for what is none. It may lie beside the film. */
export function frameOfTimeCode(film: Film, text: string): number | null {
  try {
    return frameOf(text, film) - film.startFrame;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
