import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { emptySums, type PieceSums, scoreOfSums } from './pieceSums';
import { type SampleLayout, type Stretch } from '../samples/sampleLayout';

/** [target] of one piece. */
export interface Scores {
  /** Pearson's correlation of predictions and measurements; 0 where either is constant. */
  r: Float64Array;
  /** 1 - squared errors / squares about the held-out mean, negative where that mean would have been better; 0 where constant. */
  r2: Float64Array;
}

/**
 * How well one piece was predicted. Each held-out stretch has its own mean taken before products are summed: a prediction
 * that differs from block to block only because each was left out of its own training mean earns nothing.
 *
 * @param measured [rows, targets]
 * @param predicted [rows, targets]
 * @param stretches those of one piece, held out one at a time
 */
export function scoresOf(
  { measured, predicted }: { measured: DoubleMatrix; predicted: DoubleMatrix },
  stretches: readonly Stretch[],
  { starts }: Pick<SampleLayout, 'starts'>,
): Scores {
  const sums = emptySums(measured.columns);
  for (const { piece, start, end } of stretches) {
    addStretch(sums, { measured, predicted }, [starts[piece] + start, starts[piece] + end]);
  }
  return { r: scoreOfSums(sums, 'r'), r2: scoreOfSums(sums, 'r2') };
}

/** Means first and then deviations, which is exact also where they are small beside the means. */
function addStretch(
  sums: PieceSums,
  { measured, predicted }: { measured: DoubleMatrix; predicted: DoubleMatrix },
  [start, end]: [number, number],
): void {
  const { columns } = measured;
  const means = [measured, predicted].map(({ values }) => {
    const mean = new Float64Array(columns);
    for (let row = start; row < end; row++) {
      for (let column = 0; column < columns; column++) mean[column] += values[row * columns + column];
    }
    return mean.map((sum) => sum / (end - start));
  });
  for (let row = start; row < end; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const [one, other] = [measured.values[at] - means[0][column], predicted.values[at] - means[1][column]];
      sums.product[column] += one * other;
      sums.measured[column] += one * one;
      sums.predicted[column] += other * other;
      sums.errors[column] += (measured.values[at] - predicted.values[at]) ** 2;
    }
  }
}
