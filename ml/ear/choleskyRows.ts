/** Rows of a lower triangular factor L, each up to its diagonal: row n has n + 1 numbers. */
export type FactorRows = readonly Float64Array[];

/**
 * The next row of the factor L of a positive definite matrix K = L L', from its rows so far and the next row of K up to its
 * diagonal, [n + 1]: Cholesky's decomposition row by row (Banachiewicz), by which a matrix grows at n² / 2 multiplications.
 *
 * @throws RangeError where the matrix is not positive definite.
 */
export function nextFactorRow(factor: FactorRows, row: Float64Array): Float64Array {
  const size = factor.length;
  const solved = solveDown(factor, row.subarray(0, size));
  let square = row[size];
  for (const value of solved) square -= value * value;
  if (!(square > 0))
    throw new RangeError(`invalid matrix: ${square} left in row ${size} (positive definite)`);
  const next = new Float64Array(size + 1);
  next.set(solved);
  next[size] = Math.sqrt(square);
  return next;
}

/** The solution y of L y = b, [n]. */
export function solveDown(factor: FactorRows, side: Float64Array): Float64Array {
  const solution = side.slice();
  for (let index = 0; index < factor.length; index++) {
    const row = factor[index];
    let value = solution[index];
    for (let column = 0; column < index; column++) value -= row[column] * solution[column];
    solution[index] = value / row[index];
  }
  return solution;
}

/** The solution x of L' x = y, [n]. */
export function solveUp(factor: FactorRows, side: Float64Array): Float64Array {
  const solution = side.slice();
  for (let index = factor.length - 1; index >= 0; index--) {
    const row = factor[index];
    solution[index] /= row[index];
    for (let column = 0; column < index; column++) solution[column] -= row[column] * solution[index];
  }
  return solution;
}
