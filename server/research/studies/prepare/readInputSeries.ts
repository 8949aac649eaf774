import type { DoubleMatrix } from '@/ml/linear/doubleMatrix';
import { AppError } from '../../../base/errors';
import { readSeries } from '../../recordings/readSeries';
import type { InputSeries } from './studyInput';

/** A series with its numbers. */
export interface LoadedSeries extends Omit<InputSeries, 'hopSeconds'> {
  hopSeconds: number;
  /** [samples, columns] */
  values: DoubleMatrix;
}

/**
 * Reads the numbers of a series. Throws AppError 'invalid' where nobody said its sampling interval, 'unreadable' where
 * its file is not what was kept.
 */
export async function readInputSeries(series: InputSeries): Promise<LoadedSeries> {
  const { hopSeconds } = series;
  if (hopSeconds === null)
    throw new AppError('invalid', `invalid ${inputWords(series)}: it has no seconds between samples`);
  const { values } = await readSeries(series.path, { missing: 'keep' });
  if (values.rows !== series.samples || values.columns !== series.columns.length)
    throw new AppError('unreadable', `invalid ${inputWords(series)}: its file was changed (bring it anew)`);
  return { ...series, hopSeconds, values };
}

/** A series as messages name it: "rating joy of 03, happy". */
export function inputWords({ kind, name, participant, stimulus }: InputSeries): string {
  const what = kind === 'rating' || kind === 'feature' ? `${kind} ${name}` : kind;
  return `${what} of ${participant === null ? stimulus : `${participant}, ${stimulus}`}`;
}
