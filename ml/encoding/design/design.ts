import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';

/**
 * Delayed features over all rows, a matrix a space: their columns [rows, columns] for the primal form of ridge, which
 * decomposes columns by columns, or their kernels [rows, rows] for the form that decomposes rows by rows.
 */
export interface Design {
  form: 'primal' | 'kernel';
  spaces: DoubleMatrix[];
}

/** The form whose decompositions are the smaller: the kernel where there are more columns than half of the rows. */
export function formOf(columns: number, rows: number): Design['form'] {
  return columns <= rows / 2 ? 'primal' : 'kernel';
}

/**
 * A design with its spaces joined, each with a weight: columns [rows, all columns] times the root of the weight beside
 * each other, or the weighted sum of kernels.
 *
 * @param weights [space], at least 0; all 1 is plain ridge
 */
export function joined({ form, spaces }: Design, weights: readonly number[]): DoubleMatrix {
  if (spaces.length === 1 && weights[0] === 1) return spaces[0];
  return form === 'primal' ? besideEachOther(spaces, weights) : weightedSum(spaces, weights);
}

function besideEachOther(spaces: readonly DoubleMatrix[], weights: readonly number[]): DoubleMatrix {
  const columns = spaces.reduce((sum, space) => sum + space.columns, 0);
  const result = doubleZeros(spaces[0].rows, columns);
  let first = 0;
  spaces.forEach((space, index) => {
    const factor = Math.sqrt(weights[index]);
    for (let row = 0; row < space.rows; row++) {
      for (let column = 0; column < space.columns; column++) {
        result.values[row * columns + first + column] = factor * space.values[row * space.columns + column];
      }
    }
    first += space.columns;
  });
  return result;
}

function weightedSum(spaces: readonly DoubleMatrix[], weights: readonly number[]): DoubleMatrix {
  const result = doubleZeros(spaces[0].rows, spaces[0].columns);
  spaces.forEach(({ values }, index) => {
    for (let at = 0; at < values.length; at++) result.values[at] += weights[index] * values[at];
  });
  return result;
}
