import type { DoubleMatrix } from '../linear/doubleMatrix';

/** A deviation that small beside the mean is rounding. */
const rounding = 1e-10;

/** Mean and standard deviation (of the population: divided by the number of samples) of a column. */
function momentsOf({ rows, columns, values }: DoubleMatrix, column: number) {
  let [sum, squares] = [0, 0];
  for (let row = 0; row < rows; row++) sum += values[row * columns + column];
  const mean = sum / rows;
  for (let row = 0; row < rows; row++) squares += (values[row * columns + column] - mean) ** 2;
  const deviation = Math.sqrt(squares / rows);
  return { mean, deviation, constant: !(deviation > rounding * Math.abs(mean)) };
}

/** The columns that do not move, or are not finite: their standard deviation is no more than rounding of their mean. */
export const constantColumns = (series: DoubleMatrix): number[] =>
  Array.from({ length: series.columns }, (_, column) => column).filter(
    (column) => momentsOf(series, column).constant,
  );

/**
 * Every column with mean 0 and standard deviation 1 (of the population, as scipy's zscore).
 *
 * @param series [samples, columns]
 * @param names what columns are called in an error
 * @returns [samples, columns]
 * @throws RangeError for a constant column, by its name
 */
export function zScored(series: DoubleMatrix, names: readonly string[] = []): DoubleMatrix {
  const { rows, columns, values } = series;
  const scored = new Float64Array(values.length);
  for (let column = 0; column < columns; column++) {
    const { mean, deviation, constant } = momentsOf(series, column);
    if (constant) {
      const name = names[column] ?? `column ${column + 1}`;
      throw new RangeError(`invalid ${name}: constant at ${mean} (leave it out: it cannot be z-scored)`);
    }
    for (let at = column; at < rows * columns; at += columns) scored[at] = (values[at] - mean) / deviation;
  }
  return { rows, columns, values: scored };
}
