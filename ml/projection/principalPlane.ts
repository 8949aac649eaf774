import type { DoubleMatrix } from '../linear/doubleMatrix';
import type { Matrix } from '../matrix/matrix';
import { firstPrincipalComponent } from '../signal/firstPrincipalComponent';

/**
 * Where rows lie along their first two principal components: [2n], both of each row in turn, about the mean.
 *
 * @param points [n, columns], n at least one
 */
export function principalPlane({ rows, columns, values }: Matrix): Float64Array {
  const space: DoubleMatrix = { rows, columns, values: Float64Array.from(values) };
  const plane = new Float64Array(2 * rows);
  for (const component of [0, 1]) {
    const { weights, scores } = firstPrincipalComponent(space);
    scores.forEach((score, row) => {
      plane[2 * row + component] = score;
      for (let column = 0; column < columns; column++)
        space.values[row * columns + column] -= score * weights[column];
    });
  }
  return plane;
}
