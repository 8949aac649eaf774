import { doubleZeros, type DoubleMatrix } from '@/ml/linear/doubleMatrix';
import { changes } from '@/ml/signal/changes';
import { lanczosResampled } from '@/ml/signal/lanczosResampled';
import { shifted } from '@/ml/signal/shifted';
import { constantColumns, zScored } from '@/ml/signal/zScored';
import { AppError } from '../../../base/errors';
import type { PreprocessingSpec, SpaceSpec } from '../../analyses/analysisSpec';
import { chosenColumns } from './preparedRecording';
import { inputWords, type LoadedSeries } from './readInputSeries';

/**
 * A feature or a rating at such times of its piece (seconds, rising), as it is or as its change, z-scored; columns that do not move over
 * the piece (an embedding has some) are 0: [samples, columns].
 * Throws AppError 'invalid' that names participant, piece and value where no column moves or numbers are missing.
 */
export function preparedSpace(
  series: LoadedSeries,
  {
    space,
    times,
    preprocessing,
  }: { space: SpaceSpec; times: Float64Array; preprocessing: PreprocessingSpec },
): DoubleMatrix {
  const missing = series.values.values.findIndex((value) => !Number.isFinite(value));
  if (missing >= 0) {
    const sample = Math.floor(missing / series.values.columns) + 1;
    throw new AppError(
      'invalid',
      `invalid ${inputWords(series)}: sample ${sample} is no number (fill it in)`,
    );
  }
  const change = space.change === 'none' ? null : changes[space.change];
  const felt = withoutLag(series, preprocessing);
  const source = change !== null && space.changeBetween === 'frames' ? change(felt) : felt;
  const own = Float64Array.from(
    { length: source.rows },
    (_, row) => series.startSeconds + row * series.hopSeconds,
  );
  const sampled = lanczosResampled({ samples: source, times: own }, times);
  const wanted = change !== null && space.changeBetween === 'samples' ? change(sampled) : sampled;
  return moving(series, wanted, preprocessing.zScore);
}

/** A rating moved earlier by its rater's lag; features are as they are. */
function withoutLag(series: LoadedSeries, { ratingShiftSeconds }: PreprocessingSpec): DoubleMatrix {
  if (series.kind !== 'rating') return series.values;
  const seconds = series.shiftSeconds + ratingShiftSeconds;
  return seconds === 0
    ? series.values
    : shifted(series.values, { seconds: -seconds, hopSeconds: series.hopSeconds });
}

/** Columns that stand still over one piece are 0 there: they may move in another. */
function moving(series: LoadedSeries, space: DoubleMatrix, zScore: boolean): DoubleMatrix {
  const still = new Set(constantColumns(space));
  if (still.size === space.columns)
    throw new AppError(
      'invalid',
      `invalid ${inputWords(series)}: it does not move over the piece, every sample is ${space.values[0]} (leave it out)`,
    );
  const columns = Array.from({ length: space.columns }, (_, column) => column);
  const moves = columns.filter((column) => !still.has(column));
  if (!zScore) return space;
  const scored = zScored(chosenColumns(space, moves));
  const all = doubleZeros(space.rows, space.columns);
  for (let row = 0; row < space.rows; row++)
    moves.forEach((column, at) => {
      all.values[row * space.columns + column] = scored.values[row * moves.length + at];
    });
  return all;
}
