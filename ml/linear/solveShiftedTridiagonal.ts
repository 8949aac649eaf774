import { type DoubleMatrix } from './doubleMatrix';

/** Columns that are solved together: their pivots stay in a core's own cache. */
const stripeColumns = 128;

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
  const zeros = new Float64Array(end - first);
  for (let row = 0; row < rows; row++) {
    const before = row === 0 ? 0 : offDiagonal[row - 1];
    const after = row + 1 === rows ? 0 : offDiagonal[row];
    const own = values.subarray(row * columns + first, row * columns + end);
    const last = row === 0 ? zeros : values.subarray((row - 1) * columns + first, (row - 1) * columns + end);
    const ratioRow = ratios.subarray(row * stripeColumns);
    const lastRatios = row === 0 ? zeros : ratios.subarray((row - 1) * stripeColumns);
    for (let column = 0; column < own.length; column++) {
      const pivot = diagonal[row] + shifts[first + column] - before * lastRatios[column];
      if (!(pivot > 0)) throw notPositive(shifts[first + column], row);
      const inverse = 1 / pivot;
      ratioRow[column] = after * inverse;
      own[column] = (own[column] - before * last[column]) * inverse;
    }
  }
}

function substitute({ rows, columns, values }: DoubleMatrix, { first, end, ratios }: Stripe): void {
  for (let row = rows - 2; row >= 0; row--) {
    const own = values.subarray(row * columns + first, row * columns + end);
    const next = values.subarray((row + 1) * columns + first, (row + 1) * columns + end);
    const ratioRow = ratios.subarray(row * stripeColumns);
    for (let column = 0; column < own.length; column++) own[column] -= ratioRow[column] * next[column];
  }
}

function notPositive(alpha: number, row: number): RangeError {
  return new RangeError(
    `invalid alpha: ${alpha} (large enough that no pivot is 0 or less, as in row ${row})`,
  );
}
