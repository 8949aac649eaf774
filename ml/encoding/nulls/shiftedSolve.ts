import { type Tridiagonal } from '../../linear/tridiagonalise';
import { type Matrix } from '../../matrix/matrix';

/** Beside the largest value of T: what no shifted pivot may fall below, so that a penalty of 0 stays finite. */
const leastPivot = 1e-12;

type TridiagonalForm = Pick<Tridiagonal, 'diagonal' | 'offDiagonal'>;

/**
 * Solves (T + alpha I) x = b in place for every column b of `matrix` [k, columns], by elimination without exchanging rows,
 * for a tridiagonal T without negative eigenvalues. Columns share their pivots, which leaves two multiplications a value.
 */
export function solveShifted(form: TridiagonalForm, matrix: Matrix, alpha: number): void {
  const pivots = pivotsOf(form, alpha);
  eliminate(form.offDiagonal, matrix, pivots);
  substitute(form.offDiagonal, matrix, pivots);
}

function pivotsOf({ diagonal, offDiagonal }: TridiagonalForm, alpha: number): Float64Array {
  const least = leastPivot * diagonal.reduce((most, value) => Math.max(most, value), Number.MIN_VALUE);
  const pivots = new Float64Array(diagonal.length);
  for (let row = 0; row < pivots.length; row++) {
    const before = row === 0 ? 0 : offDiagonal[row - 1] ** 2 / pivots[row - 1];
    pivots[row] = Math.max(least, diagonal[row] + alpha - before);
  }
  return pivots;
}

/** From b to what is left of it once each row has been taken from the next, divided by the row's pivot. */
function eliminate(offDiagonal: Float64Array, { columns, values }: Matrix, pivots: Float64Array): void {
  for (let row = 0; row < pivots.length; row++) {
    const [inverse, off] = [1 / pivots[row], row === 0 ? 0 : offDiagonal[row - 1]];
    const [start, end] = [row * columns, (row + 1) * columns];
    if (row === 0) {
      for (let at = start; at < end; at++) values[at] *= inverse;
      continue;
    }
    for (let at = start; at < end; at++) values[at] = (values[at] - off * values[at - columns]) * inverse;
  }
}

function substitute(offDiagonal: Float64Array, { columns, values }: Matrix, pivots: Float64Array): void {
  for (let row = pivots.length - 2; row >= 0; row--) {
    const ratio = offDiagonal[row] / pivots[row];
    const [start, end] = [row * columns, (row + 1) * columns];
    for (let at = start; at < end; at++) values[at] -= ratio * values[at + columns];
  }
}
