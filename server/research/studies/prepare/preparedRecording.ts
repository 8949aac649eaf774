import { doubleZeros, type DoubleMatrix } from '@/ml/linear/doubleMatrix';
import { cleaned } from '@/ml/signal/cleaned';
import { lanczosResampled } from '@/ml/signal/lanczosResampled';
import { trimmed } from '@/ml/signal/trimmed';
import { zScored } from '@/ml/signal/zScored';
import { AppError } from '../../../base/errors';
import type { PreprocessingSpec } from '../../analyses/analysisSpec';
import type { PieceTimes } from './pieceTimes';
import { inputWords, type LoadedSeries } from './readInputSeries';

/** A run's recording with what it is cleaned by. */
export interface Run {
  /** Its volumes dropped already. */
  recording: LoadedSeries;
  confounds: LoadedSeries | null;
  /** The columns that are meant. */
  columns: number[];
}

/** A series without its first samples; it begins as much later, so that the piece begins where it begins now. */
export function withoutFirst(series: LoadedSeries, dropped: number): LoadedSeries {
  if (dropped === 0) return series;
  return {
    ...series,
    values: trimmed(series.values, { start: dropped, end: 0 }),
    samples: series.samples - dropped,
  };
}

/**
 * A recording without drift and confounds, at the samples of its piece, z-scored: [samples, regions].
 * Throws AppError 'invalid' that names participant, piece and region for what cannot be z-scored or cleaned; a run without
 * the confounds that are to be regressed out would be of another kind than the rest, and is refused as well.
 */
export function preparedRecording(
  run: Run,
  times: PieceTimes,
  preprocessing: PreprocessingSpec,
): DoubleMatrix {
  const { recording, columns } = run;
  const names = columns.map((column) => `region ${recording.columns[column]}`);
  try {
    const clean = cleanedRun(run, preprocessing);
    const cut = atTimes(clean, recording, times);
    return preprocessing.zScore ? zScored(cut, names) : cut;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const what = error.message.replace(/^invalid /, '');
    throw new AppError('invalid', `invalid ${inputWords(recording)}, ${what}`, { cause: error });
  }
}

function cleanedRun(
  { recording, confounds, columns }: Run,
  { highPassHz, detrendDegree, confounds: wanted }: PreprocessingSpec,
): DoubleMatrix {
  const chosen = chosenColumns(recording.values, columns);
  const { hopSeconds } = recording;
  const regressors = wanted === null ? null : confoundsOf(confounds, { recording, wanted });
  return cleaned(chosen, {
    hopSeconds,
    highPassHz,
    detrendDegree: detrendDegree ?? 0,
    confounds: regressors,
  });
}

/** Columns of a matrix, in the order asked for. */
export function chosenColumns(matrix: DoubleMatrix, columns: number[]): DoubleMatrix {
  const chosen = doubleZeros(matrix.rows, columns.length);
  for (let row = 0; row < matrix.rows; row++)
    columns.forEach((column, at) => {
      chosen.values[row * columns.length + at] = matrix.values[row * matrix.columns + column];
    });
  return chosen;
}

/** The confounds that are meant, on the recording's samples; numbers that are missing (a first difference's) are the mean. */
function confoundsOf(
  confounds: LoadedSeries | null,
  { recording, wanted }: { recording: LoadedSeries; wanted: NonNullable<PreprocessingSpec['confounds']> },
): DoubleMatrix {
  if (confounds === null)
    throw new RangeError('invalid confounds: none (bring those of this run, or regress none out)');
  const names = wanted === 'all' ? confounds.columns : wanted;
  const columns = names.map((name) => {
    const at = confounds.columns.indexOf(name);
    if (at === -1)
      throw new RangeError(`invalid confounds: ${name} (this run has ${confounds.columns.join(', ')})`);
    return at;
  });
  const offset = Math.round((recording.startSeconds - confounds.startSeconds) / recording.hopSeconds);
  const rows = recording.samples;
  if (offset < 0 || offset + rows > confounds.samples)
    throw new RangeError(`invalid confounds: ${confounds.samples} samples (its recording has ${rows})`);
  const end = confounds.samples - offset - rows;
  return filledIn(trimmed(chosenColumns(confounds.values, columns), { start: offset, end }));
}

function filledIn(matrix: DoubleMatrix): DoubleMatrix {
  const values = Float64Array.from(matrix.values);
  for (let column = 0; column < matrix.columns; column++) {
    const at = Array.from({ length: matrix.rows }, (_, row) => row * matrix.columns + column);
    const known = at.filter((index) => Number.isFinite(values[index]));
    const mean = known.reduce((sum, index) => sum + values[index], 0) / Math.max(1, known.length);
    for (const index of at) if (!Number.isFinite(values[index])) values[index] = mean;
  }
  return { ...matrix, values };
}

/** A run cut to a piece's samples; one that did not begin on a sample of the piece is interpolated. */
function atTimes(values: DoubleMatrix, recording: LoadedSeries, times: PieceTimes): DoubleMatrix {
  const { hopSeconds, sampleTime, first, samples } = times;
  const offset = first - recording.startSeconds / hopSeconds;
  const whole = Math.round(offset);
  if (Math.abs(offset - whole) < 1e-3)
    return trimmed(values, { start: whole, end: values.rows - whole - samples });
  const own = Float64Array.from(
    { length: values.rows },
    (_, row) => recording.startSeconds + (row + sampleTime) * hopSeconds,
  );
  return lanczosResampled({ samples: values, times: own }, times.times);
}
