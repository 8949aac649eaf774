import { curveHopSeconds, curveStartSeconds } from '../affect/curveHop';
import type { EmotionCurve } from '../affect/emotionCurve';
import type { DemoPiece } from './demoPieces';
import type { EmotionPoint } from '../affect/emotionPoint';

/** Slope at an end of the data: the three-point formula, held so that the curve does not overshoot. */
function endSlope(spans: readonly [number, number], secants: readonly [number, number]): number {
  const slope = ((2 * spans[0] + spans[1]) * secants[0] - spans[0] * secants[1]) / (spans[0] + spans[1]);
  if (slope * secants[0] <= 0) return 0;
  const turns = secants[0] * secants[1] <= 0;
  return turns && Math.abs(slope) > 3 * Math.abs(secants[0]) ? 3 * secants[0] : slope;
}

/** Slope at an inner point: the weighted harmonic mean of the secants, zero where they change sign. */
function innerSlope(spans: readonly [number, number], secants: readonly [number, number]): number {
  if (secants[0] * secants[1] <= 0) return 0;
  const before = 2 * spans[1] + spans[0];
  const after = spans[1] + 2 * spans[0];
  return (before + after) / (before / secants[0] + after / secants[1]);
}

function slopesOf(times: readonly number[], values: readonly number[]): number[] {
  const last = times.length - 1;
  const span = (i: number) => times[i + 1] - times[i];
  const secant = (i: number) => (values[i + 1] - values[i]) / span(i);
  if (last === 1) return [secant(0), secant(0)];
  return times.map((_, i) => {
    if (i === 0) return endSlope([span(0), span(1)], [secant(0), secant(1)]);
    if (i === last) return endSlope([span(last - 1), span(last - 2)], [secant(last - 1), secant(last - 2)]);
    return innerSlope([span(i - 1), span(i)], [secant(i - 1), secant(i)]);
  });
}

/**
 * The piecewise cubic Hermite curve through the points that rises and falls only where they do: PCHIP, after
 * Fritsch and Carlson (1980), Monotone piecewise cubic interpolation, SIAM J. Numer. Anal. 17, with the slopes of
 * Fritsch and Butland (1984). Constant beyond the ends and for a single point.
 *
 * @param times strictly rising, at least one
 */
export function monotoneInterpolation(
  times: readonly number[],
  values: readonly number[],
): (time: number) => number {
  const last = times.length - 1;
  if (last === 0) return () => values[0];
  const slopes = slopesOf(times, values);
  return (time) => {
    if (time <= times[0]) return values[0];
    if (time >= times[last]) return values[last];
    const i = times.findLastIndex((start) => start <= time);
    const span = times[i + 1] - times[i];
    const x = (time - times[i]) / span;
    const start = values[i] + x * span * slopes[i];
    const bend = 3 * (values[i + 1] - values[i]) - span * (2 * slopes[i] + slopes[i + 1]);
    const twist = 2 * (values[i] - values[i + 1]) + span * (slopes[i] + slopes[i + 1]);
    return start + x * x * (bend + x * twist);
  };
}

/** The emotion a piece intends at any moment (seconds from its start). */
export function intendedEmotion(piece: Pick<DemoPiece, 'keyPoints'>): (seconds: number) => EmotionPoint {
  const times = piece.keyPoints.map(({ t }) => t);
  const valenceAt = monotoneInterpolation(
    times,
    piece.keyPoints.map(({ valence }) => valence),
  );
  const arousalAt = monotoneInterpolation(
    times,
    piece.keyPoints.map(({ arousal }) => arousal),
  );
  return (seconds) => ({ valence: valenceAt(seconds), arousal: arousalAt(seconds) });
}

/**
 * The emotion curve a piece intends: valence and arousal in [-1, 1] every 0.5 s from t = 0.25 s, each of length
 * floor(durationSeconds / 0.5), a monotone interpolation of its key points.
 */
export function intendedCurve(piece: Pick<DemoPiece, 'keyPoints' | 'durationSeconds'>): EmotionCurve {
  const emotionAt = intendedEmotion(piece);
  const points = Array.from({ length: Math.floor(piece.durationSeconds / curveHopSeconds) }, (_, i) =>
    emotionAt(curveStartSeconds + i * curveHopSeconds),
  );
  return {
    valence: Float32Array.from(points, ({ valence }) => valence),
    arousal: Float32Array.from(points, ({ arousal }) => arousal),
  };
}
