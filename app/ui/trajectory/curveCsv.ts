import type { KeyPoint } from '@/ml/affect/keyPoint';
import { readCurveCsv } from '@/ml/affect/readCurveCsv';
import { plainGrain, type Drawing, type Grain } from './drawing';
import { simplifyCurve } from './simplifyCurve';

const mostRows = 20_000;

/** What a file of a curve holds: the drawing, and how long it lasts. */
export interface ReadCurve {
  drawing: Drawing;
  durationSeconds: number;
}

/**
 * The drawing of a curve in a file's text (readCurveCsv says how it may be written), of at most `longestSeconds`. A long
 * curve becomes the few key points that tell it. Throws RangeError naming what cannot be read, or that there is too much
 * of it.
 */
export function drawingOfCsv(text: string, longestSeconds: number): ReadCurve {
  const points = pointsOfCsv(text);
  const durationSeconds = Math.max(1, Math.ceil(points[points.length - 1].t * 10) / 10);
  if (durationSeconds > longestSeconds)
    throw new RangeError(
      `invalid CURVE: ${durationSeconds} s long (at most ${longestSeconds} s can be drawn)`,
    );
  return { drawing: drawingOver(points, durationSeconds, plainGrain), durationSeconds };
}

/**
 * The same for a drawing whose length is known: times in seconds, or as parts of the whole where none is over 1.
 *
 * @throws RangeError as drawingOfCsv
 */
export function drawingOfLength(
  text: string,
  { durationSeconds, grain }: { durationSeconds: number; grain: Grain },
): Drawing {
  const points = pointsOfCsv(text);
  const last = points[points.length - 1].t;
  if (last <= 1) return drawingOver(points, 1, grain);
  // Curves are written with the last moment rounded, or one step beyond the end.
  if (last > durationSeconds + 1)
    throw new RangeError(`invalid CURVE: ${last} s long (at most ${durationSeconds.toFixed(2)} s are there)`);
  return drawingOver(points, durationSeconds, grain);
}

function pointsOfCsv(text: string): KeyPoint[] {
  const points = readCurveCsv(text);
  if (points.length > mostRows)
    throw new RangeError(`invalid CURVE: ${points.length} lines (at most ${mostRows} can be drawn)`);
  return points;
}

function drawingOver(points: readonly KeyPoint[], durationSeconds: number, grain: Grain): Drawing {
  const parts = points.map((point) => ({ ...point, t: point.t / durationSeconds }));
  return simplifyCurve(parts, grain.most, grain);
}
