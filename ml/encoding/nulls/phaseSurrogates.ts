import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { createRandom } from '../../random';
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
export function phaseSurrogate(
  { columns, pieces }: SpaceSeries,
  { seed, space, surrogate }: SurrogateNumber,
  shared: SpaceSeries | null = null,
): SpaceSeries {
  const turned = pieces.map((piece, index) => {
    if (!piece) return null;
    const random = createRandom(seed, `surrogate ${surrogate} of ${space}, piece ${index}`);
    const kept = shared?.pieces[index];
    if (!kept) return phaseRandomised(piece, random);
    return standardised(plus(kept, phaseRandomised(minus(piece, kept), random)));
  });
  return { columns, pieces: turned };
}

const plus = (one: DoubleMatrix, other: DoubleMatrix): DoubleMatrix => ({
  ...one,
  values: one.values.map((value, at) => value + other.values[at]),
});

const minus = (one: DoubleMatrix, other: DoubleMatrix): DoubleMatrix => ({
  ...one,
  values: one.values.map((value, at) => value - other.values[at]),
});
