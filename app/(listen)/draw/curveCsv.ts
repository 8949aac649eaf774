import { maxKeyPoints, type Drawing } from '@/app/ui/trajectory/drawing';
import { simplifyCurve } from '@/app/ui/trajectory/simplifyCurve';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { longestSeconds } from './drawUrl';

const mostRows = 20_000;

/** What a file of a curve holds: the drawing, and how long it lasts. */
export interface ReadCurve {
  drawing: Drawing;
  durationSeconds: number;
}

/**
 * Reads a curve as this product and others write it: a line per moment with time in seconds, valence and
 * arousal in [-1, 1], divided by commas, semicolons or tabs; a heading is passed over. A long curve becomes
 * the few key points that tell it. Throws RangeError naming the line that cannot be read.
 */
export function readCurveCsv(text: string): ReadCurve {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() && !line.startsWith('#'));
  if (lines.length > mostRows)
    throw new RangeError(`invalid file: ${lines.length} lines (at most ${mostRows} can be drawn)`);
  const body = /^\s*["']?[a-z]/i.test(lines[0] ?? '') ? lines.slice(1) : lines;
  const rows = body.map(readLine);
  if (rows.length === 0)
    throw new RangeError('invalid file: no values (lines of time, valence, arousal are needed)');
  rows.sort((one, other) => one.t - other.t);
  const durationSeconds = Math.max(1, Math.ceil(rows[rows.length - 1].t * 10) / 10);
  if (durationSeconds > longestSeconds)
    throw new RangeError(
      `invalid file: ${durationSeconds} s long (at most ${longestSeconds} s can be drawn)`,
    );
  const parts = rows.map((row) => ({ ...row, t: row.t / durationSeconds }));
  return { drawing: simplifyCurve(parts, maxKeyPoints), durationSeconds };
}

function readLine(line: string): KeyPoint {
  const cells = line.split(/[,;\t]/).map((cell) => (cell.trim() === '' ? NaN : Number(cell)));
  const [t, valence, arousal] = cells;
  const ranged = [valence, arousal].every((value) => value >= -1 && value <= 1);
  if (!(t >= 0 && ranged))
    throw new RangeError(
      `invalid line: "${line.slice(0, 60)}" (time in s, valence and arousal from −1 to 1)`,
    );
  return { t, valence, arousal };
}
