import type { FrameRate } from '@/ml/timeCode/frameRate';

/** How a film's frames lie in time. */
export interface FilmTiming {
  rate: FrameRate;
  lengthFrames: number;
}

/** A frame that stands on the screen. */
export interface ShownFrame {
  frame: number;
  /** When it begins in the film. */
  filmSeconds: number;
  /** When it came on the screen, or will, on the clock of performance.now(). */
  atMilliseconds: number;
}

/** What a drive tells. */
export interface DriveEvents {
  onShown: (shown: ShownFrame) => void;
  /** It goes no further: the film's end or beginning, or the browser stopped it. */
  onStop: () => void;
  /** It jumps, or waits for the file: what was known of its time holds no longer, until a frame is shown again. */
  onBreak: () => void;
}

/** What moves a film's time. */
export interface FilmDrive {
  seek: (frame: number) => void;
  /** Goes from where it is; backward at a speed below 0. */
  run: (speed: number) => void;
  halt: () => void;
  /** Ends it; it tells nothing more. */
  release: () => void;
}

export const lastFrame = ({ lengthFrames }: FilmTiming): number => Math.max(0, lengthFrames - 1);

/** The nearest frame that the film has. */
export const frameWithin = (frame: number, timing: FilmTiming): number =>
  Math.min(lastFrame(timing), Math.max(0, frame));
