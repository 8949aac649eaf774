import { createRandom } from '../random';
import { phaseRandomised } from '../signal/phaseRandomised';
import { type SpaceSeries } from './spaceSeries';

/** Which surrogate of which space: equal numbers give equal phases. */
export interface SurrogateNumber {
  seed: number;
  space: string;
  surrogate: number;
}

/**
 * A space turned by random phases, in each piece by others: one set of phases for all its columns, so that they keep their
 * correlations with one another, and for all participants, who all heard the same music and so share what chance brings.
 */
export function phaseSurrogate(
  { columns, pieces }: SpaceSeries,
  { seed, space, surrogate }: SurrogateNumber,
): SpaceSeries {
  const turned = pieces.map(
    (piece, index) =>
      piece &&
      phaseRandomised(piece, createRandom(seed, `surrogate ${surrogate} of ${space}, piece ${index}`)),
  );
  return { columns, pieces: turned };
}
