import { lengthOf, type Piece, type Shot } from './shot';

/** So many times the difference of their lengths is what taking two shots for the same costs; leaving one out, its length. */
const differenceCost = 3;

/**
 * Which shots of two cuts are the same where only their lengths are known: the cheapest alignment in order, by dynamic
 * programming, in which two shots may be the same where the shorter is at least half as long as the longer. A trimmed
 * shot is taken to keep its beginning.
 */
export function shotsByLength(oldShots: readonly Shot[], newShots: readonly Shot[]): Piece[] {
  const width = newShots.length + 1;
  const costs = fillCosts(oldShots, newShots);
  const pieces: Piece[] = [];
  for (let i = oldShots.length, j = newShots.length; i > 0 && j > 0;) {
    const cost = costs[i * width + j];
    const [old, shot] = [oldShots[i - 1], newShots[j - 1]];
    if (cost === costs[(i - 1) * width + j - 1] + sameCost(old, shot)) {
      const length = Math.min(lengthOf(old), lengthOf(shot));
      pieces.push({ oldStart: old.start, newStart: shot.start, length });
      i--;
      j--;
    } else if (cost === costs[(i - 1) * width + j] + lengthOf(old)) i--;
    else j--;
  }
  return pieces.reverse();
}

/** The least cost of aligning the first i old with the first j new shots, at i * (new shots + 1) + j. */
function fillCosts(oldShots: readonly Shot[], newShots: readonly Shot[]): Float64Array {
  const width = newShots.length + 1;
  const costs = new Float64Array((oldShots.length + 1) * width);
  newShots.forEach((shot, j) => (costs[j + 1] = costs[j] + lengthOf(shot)));
  oldShots.forEach((old, i) => {
    const row = (i + 1) * width;
    costs[row] = costs[row - width] + lengthOf(old);
    newShots.forEach((shot, j) => {
      costs[row + j + 1] = Math.min(
        costs[row - width + j] + sameCost(old, shot),
        costs[row - width + j + 1] + lengthOf(old),
        costs[row + j] + lengthOf(shot),
      );
    });
  });
  return costs;
}

const sameCost = (one: Shot, other: Shot) => differenceCost * Math.abs(lengthOf(one) - lengthOf(other));
