import type { DoubleMatrix } from '../linear/doubleMatrix';

/**
 * A series without its first and last samples.
 *
 * @param series [samples, columns], copied
 * @throws RangeError where none would be left
 */
export function trimmed(series: DoubleMatrix, { start, end }: { start: number; end: number }): DoubleMatrix {
  const { rows, columns, values } = series;
  if (!(start >= 0 && end >= 0 && start + end < rows)) {
    throw new RangeError(`invalid trim: ${start} + ${end} of ${rows} samples (leave at least one)`);
  }
  return {
    rows: rows - start - end,
    columns,
    values: values.slice(start * columns, (rows - end) * columns),
  };
}
