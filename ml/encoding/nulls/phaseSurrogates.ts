import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { product } from '../../linear/product';
import { createRandom, type Random } from '../../random';
import { phaseRandomised } from '../../signal/phaseRandomised';
import { type SpaceSeries } from '../design/spaceSeries';
import { standardised } from '../design/standardise';

/** Which surrogate of which space: equal numbers give equal phases. */
export interface SurrogateNumber {
  seed: number;
  space: string;
  surrogate: number;
}

/**
 * A space turned by random phases, in each piece by others: one set of phases for all its columns, so that they keep their
 * correlations with one another, and for all participants, who all heard the same music and so share what chance brings.
 *
 * @param shared the part of it that other spaces tell, which stays as it is: only the rest is turned. Without it, a
 *   surrogate would lose also what the space has in common with others, and its unique contribution would be compared with
 *   that of a space that has nothing in common with them.
 */
export async function phaseSurrogate(
  { columns, pieces }: SpaceSeries,
  { seed, space, surrogate }: SurrogateNumber,
  shared: SpaceSeries | null = null,
): Promise<SpaceSeries> {
  const turned = pieces.map(async (piece, index) => {
    if (!piece) return null;
    const random = createRandom(seed, `surrogate ${surrogate} of ${space}, piece ${index}`);
    const kept = shared?.pieces[index];
    if (!kept) return turnedBy(random, piece);
    return standardised(plus(kept, await turnedBy(random, minus(piece, kept))));
  });
  return { columns, pieces: await Promise.all(turned) };
}

/** From so many columns on, one product with a circulant matrix is quicker than a transform of each. */
const manyColumns = 24;

/** A series whose phases are random; every column by the same. */
async function turnedBy(random: Random, series: DoubleMatrix): Promise<DoubleMatrix> {
  if (series.columns < manyColumns) return phaseRandomised(series, random);
  const impulse = doubleZeros(series.rows, 1);
  impulse.values[0] = 1;
  // What random phases make of an impulse, they make of every sample of a series in its own place.
  const response = phaseRandomised(impulse, random).values;
  return product(circulant(response), series);
}

/** [row, column] the value at row - column, round the end. */
function circulant(response: Float64Array): DoubleMatrix {
  const size = response.length;
  const result = doubleZeros(size, size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      result.values[row * size + column] = response[row < column ? row - column + size : row - column];
    }
  }
  return result;
}

const plus = (one: DoubleMatrix, other: DoubleMatrix): DoubleMatrix => ({
  ...one,
  values: one.values.map((value, at) => value + other.values[at]),
});

const minus = (one: DoubleMatrix, other: DoubleMatrix): DoubleMatrix => ({
  ...one,
  values: one.values.map((value, at) => value - other.values[at]),
});
