import { type Matrix } from '../../matrix/matrix';

/** Columns [from, end) that share a penalty. */
export interface AlphaRange {
  alpha: number;
  from: number;
  end: number;
}

/** Beside the largest value of T: what no shifted pivot may fall below, so that a penalty of 0 stays finite. */
const leastPivot = 1e-12;

/**
 * Solves (T + alpha I) x = b in place for every column b of `matrix` [k, columns], by elimination without exchanging rows,
 * for a tridiagonal T without negative eigenvalues. Columns with one penalty share their pivots, which leaves two
 * multiplications a value.
 */
export function solveShifted(
  tridiagonal: { diagonal: Float64Array; offDiagonal: Float64Array },
  matrix: Matrix,
  ranges: readonly AlphaRange[],
): void {
  for (const range of ranges) {
    const pivots = pivotsOf(tridiagonal, range.alpha);
    eliminate(tridiagonal.offDiagonal, matrix, { ...range, pivots });
    substitute(tridiagonal.offDiagonal, matrix, { ...range, pivots });
  }
}

function pivotsOf(
  { diagonal, offDiagonal }: { diagonal: Float64Array; offDiagonal: Float64Array },
  alpha: number,
): Float64Array {
  const least = leastPivot * diagonal.reduce((most, value) => Math.max(most, value), Number.MIN_VALUE);
  const pivots = new Float64Array(diagonal.length);
  for (let row = 0; row < pivots.length; row++) {
    const before = row === 0 ? 0 : offDiagonal[row - 1] ** 2 / pivots[row - 1];
    pivots[row] = Math.max(least, diagonal[row] + alpha - before);
  }
  return pivots;
}

type Part = AlphaRange & { pivots: Float64Array };

/** From b to what is left of it once each row has been taken from the next, divided by the row's pivot. */
function eliminate(
  offDiagonal: Float64Array,
  { columns, values }: Matrix,
  { from, end, pivots }: Part,
): void {
  for (let row = 0; row < pivots.length; row++) {
    const [inverse, off] = [1 / pivots[row], row === 0 ? 0 : offDiagonal[row - 1]];
    const start = row * columns;
    if (row === 0) {
      for (let at = start + from; at < start + end; at++) values[at] *= inverse;
      continue;
    }
    for (let at = start + from; at < start + end; at++) {
      values[at] = (values[at] - off * values[at - columns]) * inverse;
    }
  }
}

function substitute(
  offDiagonal: Float64Array,
  { columns, values }: Matrix,
  { from, end, pivots }: Part,
): void {
  for (let row = pivots.length - 2; row >= 0; row--) {
    const ratio = offDiagonal[row] / pivots[row];
    const start = row * columns;
    for (let at = start + from; at < start + end; at++) values[at] -= ratio * values[at + columns];
  }
}
