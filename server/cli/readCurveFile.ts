import { readFile } from 'node:fs/promises';
import { plainReason } from '../base/plainReason';
import { AppError } from '../base/errors';

export interface KeyPoint {
  t: number;
  valence: number;
  arousal: number;
}

/**
 * Key points from a CSV file with the columns time, valence and arousal (any header line is passed over), commas,
 * semicolons or tabs between. Throws AppError 'invalid' naming the line, 'unreadable' for the file.
 */
export async function readCurveFile(path: string): Promise<KeyPoint[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new AppError('unreadable', `invalid CURVE: ${path} (${plainReason(error)})`, { cause: error });
  });
  return parseCurve(text);
}

/** Key points from the text of such a file. */
export function parseCurve(text: string): KeyPoint[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  const points: KeyPoint[] = [];
  lines.forEach((line, i) => {
    if (line.trim() === '' || (points.length === 0 && /^\s*["']?[a-z]/i.test(line))) return;
    points.push(parseLine(line, i + 1));
  });
  if (points.length === 0)
    throw new AppError('invalid', 'invalid CURVE: no points (lines of time,valence,arousal)');
  return points.sort((one, other) => one.t - other.t);
}

function parseLine(line: string, number: number): KeyPoint {
  const [t, valence, arousal] = line.split(/[,;\t]/).map((cell) => (cell.trim() === '' ? NaN : Number(cell)));
  const isFine = t >= 0 && Math.abs(valence) <= 1 && Math.abs(arousal) <= 1;
  if (!isFine) {
    throw new AppError(
      'invalid',
      `invalid CURVE: line ${number}: ${line.slice(0, 80)} (time in seconds or 0..1, valence and arousal in [-1, 1])`,
    );
  }
  return { t, valence, arousal };
}
