import { maxKeyPoints, type Drawing } from '@/app/ui/trajectory/drawing';
import { simplifyCurve } from '@/app/ui/trajectory/simplifyCurve';
import { readCurveCsv } from '@/ml/affect/readCurveCsv';
import { longestSeconds } from './drawUrl';

const mostRows = 20_000;

/** What a file of a curve holds: the drawing, and how long it lasts. */
export interface ReadCurve {
  drawing: Drawing;
  durationSeconds: number;
}

/**
 * The drawing of a curve in a file's text (readCurveCsv says how it may be written). A long curve becomes the few key
 * points that tell it. Throws RangeError naming what cannot be read, or that there is too much of it.
 */
export function drawingOfCsv(text: string): ReadCurve {
  const points = readCurveCsv(text);
  if (points.length > mostRows)
    throw new RangeError(`invalid CURVE: ${points.length} lines (at most ${mostRows} can be drawn)`);
  const durationSeconds = Math.max(1, Math.ceil(points[points.length - 1].t * 10) / 10);
  if (durationSeconds > longestSeconds)
    throw new RangeError(
      `invalid CURVE: ${durationSeconds} s long (at most ${longestSeconds} s can be drawn)`,
    );
  const parts = points.map((point) => ({ ...point, t: point.t / durationSeconds }));
  return { drawing: simplifyCurve(parts, maxKeyPoints), durationSeconds };
}
