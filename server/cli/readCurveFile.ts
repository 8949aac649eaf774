import { readFile } from 'node:fs/promises';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { readCurveCsv } from '@/ml/affect/readCurveCsv';
import { plainReason } from '../base/plainReason';
import { AppError } from '../base/errors';

/** Key points from a CSV file, as readCurveCsv reads it. Throws AppError 'unreadable' for the file, 'invalid' for its text. */
export async function readCurveFile(path: string): Promise<KeyPoint[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new AppError('unreadable', `invalid CURVE: ${path} (${plainReason(error)})`, { cause: error });
  });
  try {
    return readCurveCsv(text);
  } catch (error) {
    if (error instanceof RangeError) throw new AppError('invalid', error.message, { cause: error });
    throw error;
  }
}
