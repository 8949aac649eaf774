import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { singleProduct } from '../../linear/product';
import { type Matrix } from '../../matrix/matrix';
import { type SplitRidge } from './ridgeBook';
import { single } from './single';
import { type SplitTargets } from '../samples/splitTargets';

/** Of what splits hold out: [alpha][target] summed squared errors, and [target] those of the training mean alone. */
export interface SquaredErrors {
  byAlpha: Float64Array[];
  ofMean: Float64Array;
}

/**
 * The squared errors that each penalty makes on a split's held-out rows. In single precision, since penalties are only
 * put in order by them.
 */
export async function errorsByAlpha(
  { ridge, side }: SplitRidge,
  targets: SplitTargets,
  { alphas, threads }: { alphas: readonly number[]; threads: number },
): Promise<SquaredErrors> {
  const [basis, held, test] = [ridge.basis, side, targets.test].map(single);
  const found = await singleProduct(basis, single(targets.train), { transposeLeft: true, threads });
  const byAlpha: Float64Array[] = [];
  for (const alpha of alphas) {
    const predicted = await singleProduct(held, shrunkenBy(alpha, ridge.values, found), { threads });
    byAlpha.push(squaredErrors(test, predicted));
  }
  return { byAlpha, ofMean: squaresOf(targets.test) };
}

/** The coordinates [k, targets] of a ridge shrunken by one penalty. */
function shrunkenBy(alpha: number, eigenvalues: Float64Array, { rows, columns, values }: Matrix): Matrix {
  const result = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    const size = eigenvalues[row] + alpha;
    const factor = size > 0 ? 1 / size : 0;
    for (let at = row * columns; at < (row + 1) * columns; at++) result[at] = factor * values[at];
  }
  return { rows, columns, values: result };
}

function squaredErrors({ rows, columns, values }: Matrix, predicted: Matrix): Float64Array {
  const errors = new Float64Array(columns);
  const guesses = predicted.values;
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) {
      const error = values[at] - guesses[at];
      errors[column] += error * error;
    }
  }
  return errors;
}

function squaresOf({ rows, columns, values }: DoubleMatrix): Float64Array {
  const squares = new Float64Array(columns);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) squares[column] += values[at] * values[at];
  }
  return squares;
}

/** Several splits' errors together. */
export function summed(errors: readonly SquaredErrors[]): SquaredErrors {
  const plus = (one: Float64Array, other: Float64Array) => one.map((value, index) => value + other[index]);
  return errors.reduce((sum, each) => ({
    byAlpha: sum.byAlpha.map((some, alpha) => plus(some, each.byAlpha[alpha])),
    ofMean: plus(sum.ofMean, each.ofMean),
  }));
}
