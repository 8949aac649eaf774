import { type DoubleMatrix } from '../linear/doubleMatrix';
import { product } from '../linear/product';
import { coordinates, shrunken } from './ridge';
import { type SplitRidge } from './ridgeBook';
import { type SplitTargets } from './splitTargets';

/** Of what splits hold out: [alpha][target] summed squared errors, and [target] those of the training mean alone. */
export interface SquaredErrors {
  byAlpha: Float64Array[];
  ofMean: Float64Array;
}

/** The squared errors that each penalty makes on a split's held-out rows. */
export async function errorsByAlpha(
  { ridge, side }: SplitRidge,
  targets: SplitTargets,
  { alphas, threads }: { alphas: readonly number[]; threads: number },
): Promise<SquaredErrors> {
  const found = await coordinates(ridge, targets.train, threads);
  const byAlpha: Float64Array[] = [];
  for (const alpha of alphas) {
    const each = new Float64Array(found.columns).fill(alpha);
    byAlpha.push(squaredErrors(targets.test, await product(side, shrunken(ridge, found, each), { threads })));
  }
  return { byAlpha, ofMean: squaredErrors(targets.test, null) };
}

function squaredErrors(
  { rows, columns, values }: DoubleMatrix,
  predicted: DoubleMatrix | null,
): Float64Array {
  const errors = new Float64Array(columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const error = values[at] - (predicted ? predicted.values[at] : 0);
      errors[column] += error * error;
    }
  }
  return errors;
}

/** Several splits' errors together. */
export function summed(errors: readonly SquaredErrors[]): SquaredErrors {
  const plus = (one: Float64Array, other: Float64Array) => one.map((value, index) => value + other[index]);
  return errors.reduce((sum, each) => ({
    byAlpha: sum.byAlpha.map((some, alpha) => plus(some, each.byAlpha[alpha])),
    ofMean: plus(sum.ofMean, each.ofMean),
  }));
}
