import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { type Matrix } from '../../matrix/matrix';
import { single } from '../ridge/single';
import { type Penalties } from '../ridge/penalties';
import { type Stretch } from '../samples/sampleLayout';
import { type MeasuredSums, measuredSums } from '../scores/pieceSums';
import { type SplitTargets } from '../samples/splitTargets';
import { submatrix } from '../samples/submatrix';

/** A split's targets that chose one candidate and one penalty, in single precision. */
export interface SingleTargets {
  candidate: number;
  alpha: number;
  /** Where each column comes from. */
  columns: Int32Array;
  /** [train, columns] */
  train: Matrix;
  /** [test, columns] */
  test: Matrix;
  /** Of each held-out stretch. */
  known: MeasuredSums[];
}

/**
 * A split's targets, apart for each candidate and penalty that was chosen.
 *
 * @param held its held-out stretches
 */
export function singleTargets(
  targets: SplitTargets,
  held: readonly Stretch[],
  { candidates, alphas }: Penalties,
): SingleTargets[] {
  return groupedColumns({ candidates, alphas }).map((columns) => {
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
    const [candidate, alpha] = [candidates[columns[0]], alphas[columns[0]]];
    return { candidate, alpha, columns, train: part(targets.train), test, known };
  });
}

/** Columns that share both candidate and penalty, in the order of candidates, then of penalties. */
function groupedColumns({ candidates, alphas }: Penalties): Int32Array[] {
  const order = [...candidates.keys()].sort(
    (one, other) => candidates[one] - candidates[other] || alphas[one] - alphas[other],
  );
  const groups: number[][] = [];
  for (const column of order) {
    const first = groups.at(-1)?.[0];
    const isSame =
      first !== undefined && candidates[first] === candidates[column] && alphas[first] === alphas[column];
    if (isSame) groups.at(-1)!.push(column);
    else groups.push([column]);
  }
  return groups.map((group) => Int32Array.from(group));
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
