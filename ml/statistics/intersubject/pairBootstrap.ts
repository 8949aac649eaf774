import { doubleRowOf, doubleZeros, type DoubleMatrix } from '../../linear/doubleMatrix';
import type { Random } from '../../random';
import type { Recordings } from './leaveOneOut';

/** The correlations of pairs of participants. */
export interface Pairs {
  participants: number;
  /** [participants x participants, targets]; NaN on the diagonal and where a pair shares no piece. */
  correlations: DoubleMatrix;
}

/** The correlations of all pairs of participants over the pieces that both have. */
export function pairCorrelations(
  recordings: Recordings,
  { participants, targets }: { participants: number; targets: number },
): Pairs {
  const correlations = doubleZeros(participants ** 2, targets);
  correlations.values.fill(NaN);
  for (let one = 0; one < participants; one++) {
    for (let other = 0; other < one; other++) {
      const pair = pairCorrelation(recordings, [one, other], targets);
      doubleRowOf(correlations, one * participants + other).set(pair);
      doubleRowOf(correlations, other * participants + one).set(pair);
    }
  }
  return { participants, correlations };
}

function pairCorrelation(recordings: Recordings, [one, other]: [number, number], targets: number) {
  const [squareOne, squareOther, product] = Array.from({ length: 3 }, () => new Float64Array(targets));
  for (const runs of recordings) {
    const [a, b] = [runs[one]?.values, runs[other]?.values];
    if (!a || !b) continue;
    for (let first = 0; first < a.length; first += targets) {
      for (let target = 0; target < targets; target++) {
        const [x, y] = [a[first + target], b[first + target]];
        squareOne[target] += x * x;
        squareOther[target] += y * y;
        product[target] += x * y;
      }
    }
  }
  return product.map((value, target) => value / Math.sqrt(squareOne[target] * squareOther[target]));
}

/**
 * The mean over pairs of drawn participants; of one that is drawn twice the pair with itself does not count (Chen et al.
 * 2016, subject-wise bootstrapping).
 *
 * @param drawn participants, with replacement
 * @returns [targets]; NaN where no pair has anything
 */
export function meanOverPairs({ participants, correlations }: Pairs, drawn: readonly number[]): Float64Array {
  const sums = new Float64Array(correlations.columns);
  const counts = new Float64Array(correlations.columns);
  drawn.forEach((one, place) => {
    for (let before = 0; before < place; before++) {
      const pair = doubleRowOf(correlations, one * participants + drawn[before]);
      for (let target = 0; target < pair.length; target++) {
        if (Number.isNaN(pair[target])) continue;
        sums[target] += pair[target];
        counts[target]++;
      }
    }
  });
  return sums.map((sum, target) => sum / counts[target]);
}

/** As many participants as there are, with replacement; at least two different ones. */
export function drawParticipants(participants: number, random: Random): number[] {
  const draw = () => Array.from({ length: participants }, () => Math.floor(random.next() * participants));
  let drawn = draw();
  while (new Set(drawn).size < 2) drawn = draw();
  return drawn;
}
