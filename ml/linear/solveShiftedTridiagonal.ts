import { type DoubleMatrix } from './doubleMatrix';

/** Columns that are solved together: their pivots stay in a core's own cache. */
const stripeColumns = 32;

/**
 * The solutions X [n, m] of (T + alpha I) x = b for many right-hand sides B [n, m], each column with its own alpha or all
 * with one, for a tridiagonal T without negative eigenvalues: elimination from the first row down, without exchanging
 * rows, which a positive definite matrix does not need.
 *
 * With K = Q T Q' of `tridiagonalise`, (K + alpha I) x = b is solved by Q times the solution for Q' b.
 *
 * @param alphas - one for all columns, or [m]
 * @throws RangeError for other rows or alphas than fit, and where T + alpha I is not positive definite.
 */
export function solveShiftedTridiagonal(
  tridiagonal: { diagonal: Float64Array; offDiagonal: Float64Array },
  rightHandSides: DoubleMatrix,
  alphas: number | Float64Array,
): DoubleMatrix {
  const { rows, columns } = rightHandSides;
  if (rows !== tridiagonal.diagonal.length) {
    throw new RangeError(
      `invalid right-hand sides: ${rows} rows (as the diagonal, ${tridiagonal.diagonal.length})`,
    );
  }
  const shifts = typeof alphas === 'number' ? new Float64Array(columns).fill(alphas) : alphas;
  if (shifts.length !== columns) {
    throw new RangeError(`invalid alphas: ${shifts.length} (one for each column, ${columns})`);
  }
  const solution = { rows, columns, values: rightHandSides.values.slice() };
  const ratios = new Float64Array(rows * stripeColumns);
  for (let first = 0; first < columns; first += stripeColumns) {
    const stripe = { first, end: Math.min(columns, first + stripeColumns), shifts, ratios };
    eliminate(tridiagonal, solution, stripe);
    substitute(solution, stripe);
  }
  return solution;
}

interface Stripe {
  /** Columns from the first to before the end. */
  first: number;
  end: number;
  shifts: Float64Array;
  /** What a row takes of the next one's solution: [rows, stripeColumns]. */
  ratios: Float64Array;
}

function eliminate(
  { diagonal, offDiagonal }: { diagonal: Float64Array; offDiagonal: Float64Array },
  { rows, columns, values }: DoubleMatrix,
  { first, end, shifts, ratios }: Stripe,
): void {
  for (let row = 0; row < rows; row++) {
    const before = row === 0 ? 0 : offDiagonal[row - 1];
    const after = row + 1 === rows ? 0 : offDiagonal[row];
    for (let column = first, at = row * columns + first; column < end; column++, at++) {
      const ratio = row * stripeColumns + column - first;
      const ratioBefore = row === 0 ? 0 : ratios[ratio - stripeColumns];
      const valueBefore = row === 0 ? 0 : values[at - columns];
      const pivot = diagonal[row] + shifts[column] - before * ratioBefore;
      if (!(pivot > 0)) throw notPositive(shifts[column], row);
      ratios[ratio] = after / pivot;
      values[at] = (values[at] - before * valueBefore) / pivot;
    }
  }
}

function substitute({ rows, columns, values }: DoubleMatrix, { first, end, ratios }: Stripe): void {
  for (let row = rows - 2; row >= 0; row--) {
    for (let column = first, at = row * columns + first; column < end; column++, at++) {
      values[at] -= ratios[row * stripeColumns + column - first] * values[at + columns];
    }
  }
}

function notPositive(alpha: number, row: number): RangeError {
  return new RangeError(
    `invalid alpha: ${alpha} (large enough that no pivot is 0 or less, as in row ${row})`,
  );
}
