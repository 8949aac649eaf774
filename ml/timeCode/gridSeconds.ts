import { sameRate, type FrameRate } from './frameRate';
import { multiply, nearestWhole, rational, type Rational } from './rational';

/** When a frame begins, in seconds after frame 0: one rounding, so nothing adds up over a day. */
export function secondsOf(frame: number, { numerator, denominator }: FrameRate): number {
  return (frame * denominator) / numerator;
}

/** The frame whose beginning is nearest to a time in seconds after frame 0. */
export function nearestFrame(seconds: number, { numerator, denominator }: FrameRate): number {
  return Math.round((seconds * numerator) / denominator);
}

/** When a frame begins, exactly, in seconds after frame 0. */
export function exactSecondsOf(frame: number, { numerator, denominator }: FrameRate): Rational {
  return multiply(rational(frame), rational(denominator, numerator));
}

/** The frame whose beginning is nearest to an exact time in seconds, halves upward. */
export function nearestFrameOfExact(seconds: Rational, { numerator, denominator }: FrameRate): number {
  return nearestWhole(multiply(seconds, rational(numerator, denominator)));
}

/** Frames of one rate as frames of another, to the nearest. */
export function rebaseFrames(frames: number, from: FrameRate, to: FrameRate): number {
  if (sameRate(from, to)) return frames;
  return Math.round((frames * from.denominator * to.numerator) / (from.numerator * to.denominator));
}
