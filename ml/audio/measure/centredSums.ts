/**
 * Sums of rows from `reach` before each to `reach` after it, as far as there are any.
 *
 * @param rows - rows of `columns` numbers, laid end to end
 */
export function centredSums(rows: Float64Array, reach: number, columns = 1): Float64Array {
  const upTo = new Float64Array(rows.length + columns);
  for (let i = 0; i < rows.length; i++) upTo[i + columns] = upTo[i] + rows[i];
  const count = rows.length / columns;
  const sums = new Float64Array(rows.length);
  for (let row = 0; row < count; row++) {
    const from = Math.max(0, row - reach) * columns;
    const to = Math.min(count, row + reach + 1) * columns;
    for (let i = 0; i < columns; i++) sums[row * columns + i] = upTo[to + i] - upTo[from + i];
  }
  return sums;
}

/** Means of values from `reach` before each to `reach` after it, as far as there are any. */
export function centredMeans(values: Float64Array, reach: number): Float64Array {
  return centredSums(values, reach).map(
    (sum, i) => sum / (Math.min(values.length, i + reach + 1) - Math.max(0, i - reach)),
  );
}
