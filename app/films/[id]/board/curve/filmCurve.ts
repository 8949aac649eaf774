import type { KeyPoint } from '@/ml/affect/keyPoint';
import type { Drawing, Grain } from '@/app/ui/trajectory/drawing';

/** Key points a film's curve may have, as the project allows. */
const mostPoints = 20_000;

/** How finely the curve of a film is kept: to half a frame, with times that come back as the same seconds. */
export const filmGrain = (lengthFrames: number): Grain => ({
  ...{ most: mostPoints, places: 12 },
  leastGap: 0.5 / lengthFrames,
});

const microseconds = (seconds: number) => Math.round(seconds * 1e6) / 1e6;

/** The curve of a project, in seconds, as the editor draws it: as parts of the film. */
export function drawingOfCurve(curve: readonly KeyPoint[], lengthSeconds: number): Drawing {
  return curve.map((point) => ({ ...point, t: Math.min(1, point.t / lengthSeconds) }));
}

/** And back. */
export function curveOfDrawing(drawing: Drawing, lengthSeconds: number): KeyPoint[] {
  return drawing.map((point) => ({
    ...point,
    t: Math.min(lengthSeconds, microseconds(point.t * lengthSeconds)),
  }));
}
