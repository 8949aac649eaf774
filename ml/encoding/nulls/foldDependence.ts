import { type Folds } from '../encodingPlan';
import { type Statistic } from '../scores/statistic';

/**
 * By how much the scores that a statistic adds up spread more than if each piece's were drawn for itself. What is held out
 * in one fold is learned from in the others: with weights learned from pieces' products g_j of features and recordings, the
 * score of piece i is a sum of g_i.g_j over all others j, and the pair of i and j counts in both their scores. Draws that
 * leave predictions as they are lose that, and without this factor find twice as much as they should.
 *
 * With K folds and piece i counted c_i times, variance is in proportion to (K - 1) sum c_i^2 + (sum c_i)^2 - sum c_i^2 instead
 * of (K - 1) sum c_i^2: the factor is the root of 2 for a mean over all pieces, 1 for a single one. Where blocks of all P
 * pieces are held out, it is the root of 1 + (sum c_i)^2 / (P sum c_i^2).
 *
 * @param pieces those that the participants have
 */
export function foldDependence(statistic: Statistic, pieces: readonly number[], folds: Folds): number {
  const counted = new Map<number, number>();
  for (const { terms, pieces: some } of statistic.parts) {
    const own = some.filter((piece) => pieces.includes(piece));
    for (const piece of own) {
      counted.set(piece, (counted.get(piece) ?? 0) + Math.sign(terms[0].factor) / own.length);
    }
  }
  const values = [...counted.values()];
  const sum = values.reduce((total, value) => total + value, 0);
  const squares = values.reduce((total, value) => total + value * value, 0);
  if (squares === 0) return 1;
  return folds.kind === 'blocks'
    ? Math.sqrt(1 + sum ** 2 / (pieces.length * squares))
    : Math.sqrt(1 + (sum ** 2 - squares) / ((pieces.length - 1) * squares));
}
