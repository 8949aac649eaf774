import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { symmetricEigen } from '../../linear/symmetricEigen';

/**
 * A space's weights over delays, [target][delay]: the root of the sum of squares over its columns, with the sign of the
 * first principal column, which for a space of one column is the sign of the weight itself. That column's own sign is the
 * one in which its columns add up to more than 0.
 *
 * @param weights [delays * columns, targets], first all columns at the first delay
 */
export function weightCurves(weights: DoubleMatrix, delays: number): number[][] {
  return Array.from({ length: weights.columns }, (_, target) => {
    const own = weightsOf(weights, target, delays);
    const signs = signsOf(own);
    return own.map((columns, delay) => (signs[delay] < 0 ? -1 : 1) * Math.sqrt(dot(columns, columns)));
  });
}

/** [delay][column] of one target. */
function weightsOf({ rows, columns, values }: DoubleMatrix, target: number, delays: number): number[][] {
  const width = rows / delays;
  return Array.from({ length: delays }, (_, delay) =>
    Array.from({ length: width }, (__, column) => values[(delay * width + column) * columns + target]),
  );
}

/** Each delay's place along the first principal column. */
function signsOf(own: readonly number[][]): number[] {
  const delays = own.length;
  const values = Float64Array.from({ length: delays * delays }, (_, at) =>
    dot(own[Math.floor(at / delays)], own[at % delays]),
  );
  const { vectors } = symmetricEigen({ rows: delays, columns: delays, values });
  const curve = own.map((_, delay) => vectors.values[delay * delays + delays - 1]);
  const principal = own[0].map((_, column) =>
    own.reduce((sum, each, delay) => sum + each[column] * curve[delay], 0),
  );
  const sum = principal.reduce((total, value) => total + value, 0);
  return sum < 0 ? curve.map((value) => -value) : curve;
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * other[index], 0);
}
