import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { product } from '../../linear/product';

/** Sums over some samples, from which regressions of few columns and their scores follow without the samples. */
export interface Moments {
  count: number;
  /** [columns] */
  x: Float64Array;
  /** [targets] */
  y: Float64Array;
  /** [columns, columns] */
  xx: DoubleMatrix;
  /** [columns, targets] */
  xy: DoubleMatrix;
  /** [targets] */
  yy: Float64Array;
}

/** The moments of columns [samples, columns] and targets [samples, targets]. */
export async function momentsOf(columns: DoubleMatrix, targets: DoubleMatrix): Promise<Moments> {
  return {
    count: columns.rows,
    x: columnSums(columns),
    y: columnSums(targets),
    xx: await product(columns, columns, { transposeLeft: true }),
    xy: await product(columns, targets, { transposeLeft: true }),
    yy: columnSums({ ...targets, values: targets.values.map((value) => value * value) }),
  };
}

function columnSums({ rows, columns, values }: DoubleMatrix): Float64Array {
  const sums = new Float64Array(columns);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) sums[column] += values[at];
  }
  return sums;
}

/** Several moments together. */
export function together(moments: readonly Moments[]): Moments {
  const plus = (one: Float64Array, other: Float64Array) => one.map((value, at) => value + other[at]);
  return moments.reduce((sum, each) => ({
    count: sum.count + each.count,
    x: plus(sum.x, each.x),
    y: plus(sum.y, each.y),
    xx: { ...sum.xx, values: plus(sum.xx.values, each.xx.values) },
    xy: { ...sum.xy, values: plus(sum.xy.values, each.xy.values) },
    yy: plus(sum.yy, each.yy),
  }));
}

/** About which values moments are taken: the training means, or each set's own. */
export interface Means {
  /** [columns] */
  x: Float64Array;
  /** [targets] */
  y: Float64Array;
}

/** The mean of every column and target. */
export const meansOf = ({ count, x, y }: Moments): Means => ({
  x: x.map((sum) => sum / count),
  y: y.map((sum) => sum / count),
});

/** The moments of values less the means given. */
export function about(moments: Moments, { x: xMean, y: yMean }: Means): Moments {
  const { count, x, y, xx, xy, yy } = moments;
  const shifted = (means: [number, number], sums: [number, number], value: number) =>
    value - means[0] * sums[1] - means[1] * sums[0] + count * means[0] * means[1];
  const columns = x.length;
  const targets = y.length;
  const result = { xx: doubleZeros(columns, columns), xy: doubleZeros(columns, targets) };
  for (let one = 0; one < columns; one++) {
    for (let other = 0; other < columns; other++) {
      const at = one * columns + other;
      result.xx.values[at] = shifted([xMean[one], xMean[other]], [x[one], x[other]], xx.values[at]);
    }
    for (let target = 0; target < targets; target++) {
      const at = one * targets + target;
      result.xy.values[at] = shifted([xMean[one], yMean[target]], [x[one], y[target]], xy.values[at]);
    }
  }
  return {
    count,
    x: x.map((sum, column) => sum - count * xMean[column]),
    y: y.map((sum, target) => sum - count * yMean[target]),
    ...result,
    yy: yy.map((sum, target) => shifted([yMean[target], yMean[target]], [y[target], y[target]], sum)),
  };
}
