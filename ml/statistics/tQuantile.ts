import { tTwoSided } from './fTail';

/** Halvings of the bracket: more than a double has digits. */
const halvings = 80;

/**
 * How far from 0 Student's t of so many degrees of freedom must lie for a chance of `p` on both sides together: 2.262 for
 * .05 and 9 degrees. By halving, since the tail falls steadily.
 *
 * @throws RangeError where `p` is not between 0 and 1 or there is less than 1 degree of freedom
 */
export function tQuantile(p: number, degrees: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`invalid p: ${p} (between 0 and 1)`);
  if (!(degrees >= 1)) throw new RangeError(`invalid degrees: ${degrees} (1 or more)`);
  let [low, high] = [0, 1];
  while (tTwoSided(high, degrees) > p) [low, high] = [high, 2 * high];
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2;
    if (tTwoSided(middle, degrees) > p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
