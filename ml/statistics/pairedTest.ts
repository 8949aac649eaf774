import { mean } from './mean';
import { tTwoSided } from './fTail';

/** Two conditions compared within participants. */
export interface PairedTest {
  /** The mean of one minus the other. */
  difference: number;
  t: number;
  degrees: number;
  /** Two-sided. */
  p: number;
  /** The mean difference over the standard deviation of differences (Cohen 1988; Lakens 2013). */
  cohenDz: number;
}

/**
 * Student's t for pairs.
 *
 * @param one a value a participant
 * @param other a value a participant, in the same order
 * @throws RangeError for fewer than two pairs, or differences that are all the same
 */
export function pairedTest(one: ArrayLike<number>, other: ArrayLike<number>): PairedTest {
  const differences = Float64Array.from(one, (value, index) => value - other[index]);
  const difference = mean(differences);
  const degrees = differences.length - 1;
  const squares = differences.reduce((sum, value) => sum + (value - difference) ** 2, 0);
  const deviation = Math.sqrt(squares / degrees);
  if (!(degrees >= 1 && deviation > 1e-12 * Math.abs(difference))) {
    throw new RangeError(
      `invalid pairs: ${differences.length}, which differ by ${difference} each (at least two that differ by unequal amounts)`,
    );
  }
  const cohenDz = difference / deviation;
  const t = cohenDz * Math.sqrt(differences.length);
  return { difference, t, degrees, p: tTwoSided(t, degrees), cohenDz };
}
