import { copyBlock, rowsOf } from './block';
import { type DoubleMatrix, doubleRowOf, doubleZeros } from './doubleMatrix';
import { product, type ProductOptions } from './product';

/** Rows that are solved together, by the inverse of their block on the diagonal. */
const blockRows = 64;

type Threads = Pick<ProductOptions, 'threads'>;

/**
 * The solutions X [n, m] of K X = B for many right-hand sides B [n, m], from the factor L [n, n] that `cholesky` gives:
 * L Y = B from the first rows down, then L' X = Y from the last rows up, by products of blocks.
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
  /** The right-hand sides, which solutions replace block by block. */
  solution: DoubleMatrix;
}

async function solveDown({ factor, solution }: System, first: number, options: Threads): Promise<void> {
  const end = Math.min(factor.rows, first + blockRows);
  const own = rowsOf(solution, first, end);
  const known = copyBlock(factor, { rows: [first, end], columns: [0, first] });
  take(own, await product(known, rowsOf(solution, 0, first), options));
  const inverse = inverseOfLower(copyBlock(factor, { rows: [first, end], columns: [first, end] }));
  own.values.set((await product(inverse, own, options)).values);
}

async function solveUp({ factor, solution }: System, first: number, options: Threads): Promise<void> {
  const end = Math.min(factor.rows, first + blockRows);
  const own = rowsOf(solution, first, end);
  const known = copyBlock(factor, { rows: [end, factor.rows], columns: [first, end] });
  const transposed = { ...options, transposeLeft: true };
  take(own, await product(known, rowsOf(solution, end, factor.rows), transposed));
  const inverse = inverseOfLower(copyBlock(factor, { rows: [first, end], columns: [first, end] }));
  own.values.set((await product(inverse, own, transposed)).values);
}

function take({ values }: DoubleMatrix, other: DoubleMatrix): void {
  for (let index = 0; index < values.length; index++) values[index] -= other.values[index];
}

/** The inverse of a lower triangular matrix, row by row. */
function inverseOfLower(lower: DoubleMatrix): DoubleMatrix {
  const inverse = doubleZeros(lower.rows, lower.rows);
  for (let row = 0; row < lower.rows; row++) {
    const own = doubleRowOf(inverse, row);
    const factors = doubleRowOf(lower, row);
    own[row] = 1 / factors[row];
    for (let other = 0; other < row; other++) {
      const share = factors[other] / factors[row];
      doubleRowOf(inverse, other).forEach((value, column) => (own[column] -= share * value));
    }
  }
  return inverse;
}
