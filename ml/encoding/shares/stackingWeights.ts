/** Beside the largest square, which is 1: what is added to every one, so that alike models share their weight instead of failing. */
const jitter = 1e-9;

/** Smaller squares have lost their digits (IEEE 754: subnormal), and their inverses are no numbers. */
const smallestNormal = 2 ** -1022;

/**
 * The weights of models, none negative and adding up to 1, by which their joined prediction errs least: the minimum of
 * a' E a over the simplex, where E holds the sums of products of the models' errors on inner held-out samples (stacked
 * regressions: Breiman 1996; of encoding models: Lin, Naselaris, Kay and Wehbe 2023). Exact, by trying every set of models.
 * Where no model errs there is nothing to choose by, and all weigh the same.
 *
 * @param errors E, [model][model]
 */
export function stackingWeights(errors: readonly (readonly number[])[]): number[] {
  const models = errors.length;
  const largest = Math.max(...errors.map((row, model) => row[model]));
  let best = { error: Infinity, weights: errors.map(() => 1 / models) };
  if (largest < smallestNormal) return best.weights;
  for (let bits = 1; bits < 2 ** models; bits++) {
    const chosen = [...errors.keys()].filter((model) => (bits >> model) & 1);
    const solution = solved(
      chosen.map((one) => chosen.map((other) => errors[one][other] / largest + (one === other ? jitter : 0))),
    );
    if (!solution) continue;
    const sum = solution.reduce((total, value) => total + value, 0);
    // Over this set alone the least error is 1 / sum, and it is one of the simplex where no weight is negative.
    if (!(sum > 0) || solution.some((value) => value < 0) || 1 / sum >= best.error) continue;
    const weights = errors.map(() => 0);
    chosen.forEach((model, place) => (weights[model] = solution[place] / sum));
    best = { error: 1 / sum, weights };
  }
  return best.weights;
}

/** The solution of A x = 1 by elimination; null where A is singular. */
function solved(matrix: number[][]): number[] | null {
  const rows = matrix.map((row) => [...row, 1]);
  for (let column = 0; column < rows.length; column++) {
    const pivot = rows
      .slice(column)
      .reduce(
        (most, row, place) => (Math.abs(row[column]) > Math.abs(rows[most][column]) ? column + place : most),
        column,
      );
    if (rows[pivot][column] === 0) return null;
    [rows[column], rows[pivot]] = [rows[pivot], rows[column]];
    for (let row = 0; row < rows.length; row++) {
      if (row === column) continue;
      const factor = rows[row][column] / rows[column][column];
      for (let at = column; at <= rows.length; at++) rows[row][at] -= factor * rows[column][at];
    }
  }
  return rows.map((row, place) => row[rows.length] / row[place]);
}
