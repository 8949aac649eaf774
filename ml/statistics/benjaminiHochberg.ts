/**
 * p-values adjusted so that rejecting those of at most q holds the share of false rejections to q on average, for
 * independent or positively dependent tests (Benjamini and Hochberg 1995).
 *
 * @param p values in [0, 1], in any order
 * @returns the adjusted ones, in the same order
 */
export function benjaminiHochberg(p: ArrayLike<number>): number[] {
  const descending = Array.from(p, (_, index) => index).sort((one, other) => p[other] - p[one]);
  const adjusted = new Array<number>(p.length);
  let least = 1;
  descending.forEach((index, place) => {
    least = Math.min(least, (p[index] * p.length) / (p.length - place));
    adjusted[index] = least;
  });
  return adjusted;
}
