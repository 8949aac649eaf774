import type { DemoPiece } from './demoPieces';
import { emotionMapping, type MusicalParameters } from './emotionMapping';
import { type EmotionPoint } from '../affect/emotionPoint';
import { intendedEmotion } from './intendedCurve';
import type { Metre } from './metre';

/** A bar's place in time and the emotion it is to carry. */
export interface Bar {
  index: number;
  startSeconds: number;
  lengthSeconds: number;
  emotion: EmotionPoint;
  parameters: MusicalParameters;
}

/** The bars of a piece, and the way from beats to seconds under its changing tempo. */
export interface Timeline {
  bars: readonly Bar[];
  /** Time of a place counted in bars from the start, such as 2.5 for the middle of the third bar. */
  secondsAt(bar: number): number;
  /** What the emotion intended at a time asks for. */
  parametersAt(seconds: number): MusicalParameters;
}

const stepSeconds = 0.02;
/** Time kept after the last bar for its sound to die away. */
const ringSeconds = 1.2;
const ritardandoSeconds = 5;

/** Slowing towards the end, as the final ritardando follows a runner's stop (Friberg and Sundberg 1999, J. Acoust. Soc. Am. 105). */
function ritardando(secondsLeft: number): number {
  const share = Math.min(1, Math.max(0, secondsLeft) / ritardandoSeconds);
  return 0.72 + 0.28 * Math.sqrt(share);
}

/** Bars passed at every step of time, if each moment keeps its own tempo. */
function accumulateBars(
  endSeconds: number,
  metre: Metre,
  parametersAt: Timeline['parametersAt'],
): Float64Array {
  const steps = Math.ceil(endSeconds / stepSeconds);
  const bars = new Float64Array(steps + 1);
  for (let i = 0; i < steps; i++) {
    const seconds = (i + 0.5) * stepSeconds;
    const beatsPerSecond = (parametersAt(seconds).tempoBpm / 60) * metre.beatsPerQuarter;
    bars[i + 1] =
      bars[i] + (beatsPerSecond * ritardando(endSeconds - seconds) * stepSeconds) / metre.beatsPerBar;
  }
  return bars;
}

/** The whole number of bars nearest to `bars` that divides into introduction, four-bar phrases and a last bar. */
function wholeForm(bars: number): number {
  const fits = (count: number) => (count >= 15 ? count % 4 !== 2 : count % 4 > 1);
  const candidates = Array.from({ length: 7 }, (_, i) => Math.round(bars) - 3 + i);
  const fitting = candidates.filter((count) => count >= 6 && fits(count));
  return fitting.reduce((best, count) => (Math.abs(count - bars) < Math.abs(best - bars) ? count : best));
}

/** Inverse of a rising, evenly sampled function, by linear interpolation. */
function timeOf(target: number, rising: Float64Array): number {
  let low = 0;
  let high = rising.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (rising[middle] <= target) low = middle;
    else high = middle;
  }
  return (low + (target - rising[low]) / (rising[high] - rising[low])) * stepSeconds;
}

/**
 * Lays a piece's bars along its time: the tempo follows the intended emotion from moment to moment, slows at the
 * end, and is stretched evenly by a few percent so that the last bar ends, with a rest to ring, at the duration.
 */
export function createTimeline(piece: DemoPiece, metre: Metre): Timeline {
  const emotionAt = intendedEmotion(piece);
  const parametersAt = (seconds: number) => emotionMapping(emotionAt(seconds));
  const passed = accumulateBars(piece.durationSeconds - ringSeconds, metre, parametersAt);
  const count = wholeForm(passed[passed.length - 1]);
  const stretch = passed[passed.length - 1] / count;
  const secondsAt = (bar: number) => timeOf(bar * stretch, passed);
  const bars = Array.from({ length: count }, (_, index): Bar => {
    const startSeconds = secondsAt(index);
    const emotion = emotionAt(secondsAt(index + 0.5));
    const lengthSeconds = secondsAt(index + 1) - startSeconds;
    return { index, startSeconds, lengthSeconds, emotion, parameters: emotionMapping(emotion) };
  });
  return { bars, secondsAt, parametersAt };
}
