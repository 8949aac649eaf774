import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { type Matrix } from '../../matrix/matrix';
import { single } from './single';
import { type Penalties } from './penalties';
import { type AlphaRange } from '../nulls/shiftedSolve';
import { type SplitTargets } from '../samples/splitTargets';
import { submatrix } from '../samples/submatrix';

/** A split's targets that chose one candidate, in single precision, in the order of their penalties. */
export interface SingleTargets {
  candidate: number;
  /** Where each column comes from. */
  columns: Int32Array;
  ranges: AlphaRange[];
  /** [train, columns] */
  train: Matrix;
  /** [test, columns] */
  test: Matrix;
}

/** A split's targets, apart for each candidate that was chosen. */
export function singleTargets(targets: SplitTargets, { candidates, alphas }: Penalties): SingleTargets[] {
  const order = [...candidates.keys()].sort(
    (one, other) => candidates[one] - candidates[other] || alphas[one] - alphas[other],
  );
  return [...new Set(order.map((column) => candidates[column]))].map((candidate) => {
    const columns = Int32Array.from(order.filter((column) => candidates[column] === candidate));
    const part = (side: DoubleMatrix) =>
      single(
        submatrix(
          side,
          Int32Array.from({ length: side.rows }, (_, row) => row),
          columns,
        ),
      );
    return {
      candidate,
      columns,
      ranges: rangesOf(columns, alphas),
      train: part(targets.train),
      test: part(targets.test),
    };
  });
}

function rangesOf(columns: Int32Array, alphas: Float64Array): AlphaRange[] {
  const ranges: AlphaRange[] = [];
  columns.forEach((column, place) => {
    const last = ranges.at(-1);
    if (last?.alpha === alphas[column]) last.end = place + 1;
    else ranges.push({ alpha: alphas[column], from: place, end: place + 1 });
  });
  return ranges;
}
