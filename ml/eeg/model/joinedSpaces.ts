import { type Matrix, matrixOf } from '../../matrix/matrix';

/**
 * Several spaces as one, in which the cosine of two is the mean of their cosines in all of them: unit vectors laid end to
 * end, each weighed by the root of its share.
 *
 * @param spaces at least one, all with as many rows, of unit length
 * @throws RangeError where rows are not as many
 */
export function joinedSpaces(spaces: readonly Matrix[]): Matrix {
  const [{ rows }] = spaces;
  const other = spaces.find((space) => space.rows !== rows);
  if (other) throw new RangeError(`invalid spaces: ${rows} and ${other.rows} rows (as many in each)`);
  const columns = spaces.reduce((sum, space) => sum + space.columns, 0);
  const values = new Float32Array(rows * columns);
  const weight = 1 / Math.sqrt(spaces.length);
  let first = 0;
  for (const space of spaces) {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < space.columns; column++)
        values[row * columns + first + column] = weight * space.values[row * space.columns + column];
    first += space.columns;
  }
  return matrixOf(values, columns);
}

/**
 * The direction of several unit vectors together: their mean, brought to unit length; zeros where they cancel out.
 *
 * @throws RangeError where there is none
 */
export function meanDirection({ rows, columns, values }: Matrix): Float32Array {
  if (rows === 0) throw new RangeError('invalid vectors: none (at least one)');
  const sums = new Float64Array(columns);
  for (let at = 0; at < values.length; at++) sums[at % columns] += values[at];
  const length = Math.hypot(...sums);
  return Float32Array.from(sums, (sum) => (length > 0 ? sum / length : 0));
}
