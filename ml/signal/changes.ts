import { doubleRowOf, doubleZeros, type DoubleMatrix } from '../linear/doubleMatrix';
import { firstPrincipalComponent } from './firstPrincipalComponent';

/**
 * How a space's change from one sample to the next is told. Each leaves as many samples as there were: a sample's change
 * is that from the one before it, and the first, which has none before it, repeats the second.
 *
 * | change | columns | what |
 * | --- | --- | --- |
 * | signed | all | x[t] - x[t - 1] |
 * | absolute | all | the size of it |
 * | euclidean | one | the length of the difference of frames |
 * | cosine | one | 1 - the cosine of the angle between frames, 0..2; between silence and sound 1, within silence 0 |
 * | principal | one | the signed difference of the first principal component, sign as `firstPrincipalComponent` fixes it |
 */
export type Change = 'signed' | 'absolute' | 'euclidean' | 'cosine' | 'principal';

/** The changes of a space [samples, columns], by name. */
export const changes: Record<Change, (space: DoubleMatrix) => DoubleMatrix> = {
  signed: (space) => firstDifference(space),
  absolute: (space) => {
    const difference = firstDifference(space);
    return { ...difference, values: difference.values.map(Math.abs) };
  },
  euclidean: (space) => frameByFrame(space, euclideanDistance),
  cosine: (space) => frameByFrame(space, cosineDistance),
  principal: (space) => {
    if (space.rows === 0) return doubleZeros(0, 1);
    return firstDifference({ rows: space.rows, columns: 1, values: firstPrincipalComponent(space).scores });
  },
};

function firstDifference({ rows, columns, values }: DoubleMatrix): DoubleMatrix {
  const difference = doubleZeros(rows, columns);
  for (let at = columns; at < rows * columns; at++) difference.values[at] = values[at] - values[at - columns];
  return withFirstRepeated(difference);
}

function frameByFrame(space: DoubleMatrix, distance: (one: Float64Array, other: Float64Array) => number) {
  const distances = doubleZeros(space.rows, 1);
  for (let row = 1; row < space.rows; row++) {
    distances.values[row] = distance(doubleRowOf(space, row - 1), doubleRowOf(space, row));
  }
  return withFirstRepeated(distances);
}

function withFirstRepeated(change: DoubleMatrix): DoubleMatrix {
  if (change.rows > 1) change.values.copyWithin(0, change.columns, 2 * change.columns);
  return change;
}

function euclideanDistance(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let column = 0; column < one.length; column++) sum += (one[column] - other[column]) ** 2;
  return Math.sqrt(sum);
}

function cosineDistance(one: Float64Array, other: Float64Array): number {
  let [product, squareOne, squareOther] = [0, 0, 0];
  for (let column = 0; column < one.length; column++) {
    product += one[column] * other[column];
    squareOne += one[column] ** 2;
    squareOther += other[column] ** 2;
  }
  if (squareOne === 0 && squareOther === 0) return 0;
  if (squareOne === 0 || squareOther === 0) return 1;
  return Math.min(2, Math.max(0, 1 - product / Math.sqrt(squareOne * squareOther)));
}
