import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { type Stretch } from '../samples/sampleLayout';

/** One recording of one piece, some of its targets, beside what was predicted: both less their mean over each held-out stretch. */
export interface HeldOutSeries {
  /** [samples, targets] */
  measured: DoubleMatrix;
  /** [samples, targets] */
  predicted: DoubleMatrix;
  /** By which sums of products of the two become scores: offset + factor * sum, [target]. */
  offset: Float64Array;
  factor: Float64Array;
}

/** What series are taken from: rows of the piece and of some targets. */
export interface SeriesPart {
  /** Held-out stretches of this piece, which together are the whole of it. */
  stretches: readonly Stretch[];
  firstTarget: number;
  targets: number;
}

/**
 * Takes a recording apart, so that whatever is drawn for its order gives a score by one sum of products.
 *
 * @param recording [samples, all targets], of the piece
 * @param predicted [samples, all targets], laid end to end, of the piece
 */
export function heldOutSeries(
  { recording, predicted, score }: { recording: DoubleMatrix; predicted: Float32Array; score: 'r' | 'r2' },
  part: SeriesPart,
): HeldOutSeries {
  const { rows, columns } = recording;
  const parts = [recording.values, predicted].map((values) => lessMeans(values, { rows, columns, ...part }));
  const [measured, guessed] = parts;
  const squares = parts.map(({ matrix }) => columnSquares(matrix));
  const between = columnProducts(measured.means, guessed.means);
  const sizes = [measured, guessed].map(({ means }) => columnProducts(means, means));
  const factor = squares[0].map((square, target) => {
    if (score === 'r2') return square > 0 ? 2 / square : 0;
    return square * squares[1][target] > 0 ? 1 / Math.sqrt(square * squares[1][target]) : 0;
  });
  const offset = squares[0].map((square, target) => {
    if (score === 'r' || square === 0) return 0;
    const errors = square + squares[1][target] + sizes[0][target] + sizes[1][target] - 2 * between[target];
    return 1 - errors / square;
  });
  return { measured: measured.matrix, predicted: guessed.matrix, offset, factor };
}

/** Values less the mean of their stretch, and those means for every sample. */
function lessMeans(
  values: ArrayLike<number>,
  { rows, columns, stretches, firstTarget, targets }: SeriesPart & { rows: number; columns: number },
): { matrix: DoubleMatrix; means: DoubleMatrix } {
  const [matrix, means] = [doubleZeros(rows, targets), doubleZeros(rows, targets)];
  for (const { start, end } of stretches) {
    for (let target = 0; target < targets; target++) {
      let sum = 0;
      for (let row = start; row < end; row++) sum += values[row * columns + firstTarget + target];
      const mean = sum / (end - start);
      for (let row = start; row < end; row++) {
        matrix.values[row * targets + target] = values[row * columns + firstTarget + target] - mean;
        means.values[row * targets + target] = mean;
      }
    }
  }
  return { matrix, means };
}

const columnSquares = (matrix: DoubleMatrix): Float64Array => columnProducts(matrix, matrix);

/** The sum over rows of the products of two matrices' values, [columns]. */
function columnProducts(one: DoubleMatrix, other: DoubleMatrix): Float64Array {
  const sums = new Float64Array(one.columns);
  for (let row = 0; row < one.rows; row++) {
    for (let column = 0; column < one.columns; column++) {
      const at = row * one.columns + column;
      sums[column] += one.values[at] * other.values[at];
    }
  }
  return sums;
}
