import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { type Matrix } from '../../matrix/matrix';
import { single } from '../ridge/single';
import { type Penalties } from '../ridge/penalties';
import { type AlphaRange } from './shiftedSolve';
import { type Stretch } from '../samples/sampleLayout';
import { type MeasuredSums, measuredSums } from '../scores/pieceSums';
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
  /** Of each held-out stretch. */
  known: MeasuredSums[];
}

/**
 * A split's targets, apart for each candidate that was chosen.
 *
 * @param held its held-out stretches
 */
export function singleTargets(
  targets: SplitTargets,
  held: readonly Stretch[],
  { candidates, alphas }: Penalties,
): SingleTargets[] {
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
    const test = part(targets.test);
    const known = rowRanges(held).map(([start, end]) => measuredSums(test, start, end));
    return { candidate, columns, ranges: rangesOf(columns, alphas), train: part(targets.train), test, known };
  });
}

/** Where stretches lie among the rows of all: [start, end). */
export function rowRanges(stretches: readonly Stretch[]): [number, number][] {
  let next = 0;
  return stretches.map(({ start, end }) => {
    const first = next;
    next += end - start;
    return [first, next];
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
