import { copyBlock, rowsOf } from './block';
import { type DoubleMatrix, doubleRowOf } from './doubleMatrix';
import { product, type ProductOptions } from './product';

/** Rows that are solved in plain loops after what is known has been taken from them by one product. */
const blockRows = 32;

type Threads = Pick<ProductOptions, 'threads'>;

/**
 * The solutions X [n, m] of K X = B for many right-hand sides B [n, m], from the factor L [n, n] that `cholesky` gives:
 * L Y = B from the first rows down, then L' X = Y from the last rows up.
 *
 * @throws RangeError where B has not as many rows as the factor.
 */
export async function solveCholesky(
  factor: DoubleMatrix,
  rightHandSides: DoubleMatrix,
  options: Threads = {},
): Promise<DoubleMatrix> {
  const { rows } = factor;
  if (rightHandSides.rows !== rows) {
    throw new RangeError(`invalid right-hand sides: ${rightHandSides.rows} rows (as the factor, ${rows})`);
  }
  const system = { factor, solution: { ...rightHandSides, values: rightHandSides.values.slice() } };
  const firsts = Array.from({ length: Math.ceil(rows / blockRows) }, (_, block) => block * blockRows);
  for (const first of firsts) await solveDown(system, first, options);
  for (const first of firsts.reverse()) await solveUp(system, first, options);
  return system.solution;
}

interface System {
  factor: DoubleMatrix;
  /** The right-hand sides, which solutions replace row by row. */
  solution: DoubleMatrix;
}

async function solveDown({ factor, solution }: System, first: number, options: Threads): Promise<void> {
  const end = Math.min(factor.rows, first + blockRows);
  const known = copyBlock(factor, { rows: [first, end], columns: [0, first] });
  take(rowsOf(solution, first, end), await product(known, rowsOf(solution, 0, first), options));
  for (let row = first; row < end; row++) {
    for (let other = first; other < row; other++) {
      takeRow(solution, row, { other, factor: factor.values[row * factor.columns + other] });
    }
    divideRow(solution, row, factor.values[row * factor.columns + row]);
  }
}

async function solveUp({ factor, solution }: System, first: number, options: Threads): Promise<void> {
  const end = Math.min(factor.rows, first + blockRows);
  const known = copyBlock(factor, { rows: [end, factor.rows], columns: [first, end] });
  const below = rowsOf(solution, end, factor.rows);
  take(rowsOf(solution, first, end), await product(known, below, { ...options, transposeLeft: true }));
  for (let row = end - 1; row >= first; row--) {
    for (let other = row + 1; other < end; other++) {
      takeRow(solution, row, { other, factor: factor.values[other * factor.columns + row] });
    }
    divideRow(solution, row, factor.values[row * factor.columns + row]);
  }
}

function take({ values }: DoubleMatrix, other: DoubleMatrix): void {
  other.values.forEach((value, index) => (values[index] -= value));
}

/** Takes another row times a factor from a row. */
function takeRow(
  matrix: DoubleMatrix,
  row: number,
  { other, factor }: { other: number; factor: number },
): void {
  const own = doubleRowOf(matrix, row);
  const taken = doubleRowOf(matrix, other);
  for (let column = 0; column < own.length; column++) own[column] -= factor * taken[column];
}

function divideRow(matrix: DoubleMatrix, row: number, divisor: number): void {
  const own = doubleRowOf(matrix, row);
  for (let column = 0; column < own.length; column++) own[column] /= divisor;
}
