import { doubleMatrixOf } from '../../linear/doubleMatrix';
import { positiveInverse } from '../../linear/positiveInverse';
import { type Moments } from './moments';

/** The inverse of the moments of some columns with a penalty added, [columns * columns]. */
export function penalisedInverse(
  { xx }: Pick<Moments, 'xx'>,
  columns: readonly number[],
  alpha: number,
): Float64Array {
  const size = columns.length;
  const matrix = Float64Array.from({ length: size * size }, (_, at) => {
    const [row, column] = [Math.floor(at / size), at % size];
    return xx.values[columns[row] * xx.columns + columns[column]] + (row === column ? alpha : 0);
  });
  return positiveInverse(doubleMatrixOf(matrix, size)).values;
}

/** What a few columns predict of every target, in sums over held-out samples. */
export interface SmallSums {
  /** [target] predictions with what was measured, and with themselves. */
  product: Float64Array;
  predicted: Float64Array;
}

/**
 * Predictions of every target from some columns, each with its own penalty.
 *
 * @param train about its own means
 * @param tests about whatever means
 * @param penalty.places [target] which of the alphas
 */
export function smallRidge(
  { train, tests }: { train: Moments; tests: readonly Moments[] },
  columns: readonly number[],
  { alphas, places }: { alphas: readonly number[]; places: Uint8Array },
): SmallSums[] {
  const targets = train.y.length;
  const size = columns.length;
  const inverses = alphas.map((alpha) => penalisedInverse(train, columns, alpha));
  const result = tests.map(() => ({
    product: new Float64Array(targets),
    predicted: new Float64Array(targets),
  }));
  const weights = new Float64Array(size);
  for (let target = 0; target < targets; target++) {
    const inverse = inverses[places[target]];
    for (let row = 0; row < size; row++) {
      weights[row] = 0;
      for (let column = 0; column < size; column++) {
        weights[row] += inverse[row * size + column] * train.xy.values[columns[column] * targets + target];
      }
    }
    tests.forEach((test, index) => addTarget(result[index], { test, columns, weights, target }));
  }
  return result;
}

function addTarget(
  sums: SmallSums,
  {
    test,
    columns,
    weights,
    target,
  }: { test: Moments; columns: readonly number[]; weights: Float64Array; target: number },
): void {
  const { xx, xy } = test;
  for (let row = 0; row < columns.length; row++) {
    sums.product[target] += weights[row] * xy.values[columns[row] * xy.columns + target];
    for (let column = 0; column < columns.length; column++) {
      sums.predicted[target] +=
        weights[row] * weights[column] * xx.values[columns[row] * xx.columns + columns[column]];
    }
  }
}
