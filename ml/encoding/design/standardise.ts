import { type DoubleMatrix } from '../../linear/doubleMatrix';

/** A column that varies less than this beside its own size is constant but for rounding. */
const rounding = 1e-10;

/** Every column brought to mean 0 and standard deviation 1 (of the population, as sklearn and lea have it); constant ones to 0. */
export function standardised({ rows, columns, values }: DoubleMatrix): DoubleMatrix {
  const result = new Float64Array(values.length);
  for (let column = 0; column < columns; column++) {
    let [sum, size, squares] = [0, 0, 0];
    for (let index = column; index < values.length; index += columns) sum += values[index];
    const mean = sum / rows;
    for (let index = column; index < values.length; index += columns) {
      squares += (values[index] - mean) ** 2;
      size = Math.max(size, Math.abs(values[index]));
    }
    const deviation = Math.sqrt(squares / rows);
    if (deviation <= size * rounding) continue;
    for (let index = column; index < values.length; index += columns) {
      result[index] = (values[index] - mean) / deviation;
    }
  }
  return { rows, columns, values: result };
}
