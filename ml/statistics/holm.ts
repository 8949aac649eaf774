/**
 * p-values adjusted so that rejecting those of at most a holds the chance of any false rejection to a, however the tests
 * depend on one another (Holm 1979).
 *
 * @param p values in [0, 1], in any order
 * @returns the adjusted ones, in the same order
 */
export function holm(p: ArrayLike<number>): number[] {
  const ascending = Array.from(p, (_, index) => index).sort((one, other) => p[one] - p[other]);
  const adjusted = new Array<number>(p.length);
  let greatest = 0;
  ascending.forEach((index, place) => {
    greatest = Math.max(greatest, Math.min(1, p[index] * (p.length - place)));
    adjusted[index] = greatest;
  });
  return adjusted;
}
