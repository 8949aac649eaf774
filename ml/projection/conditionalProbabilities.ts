import type { Neighbours } from './nearestNeighbours';

/** Entropies nearer than this are the same, as in the published code. */
const tolerance = 1e-5;
const mostSteps = 100;

/**
 * How likely each row is to pick each of its neighbours under a Gaussian about it: p(j|i) proportional to
 * exp(-beta d^2), beta of each row by bisection so that 2 to the entropy in bits is the perplexity, the effective number
 * of neighbours (van der Maaten and Hinton 2008). Each row sums to 1.
 *
 * @param perplexity less than the reach of the neighbours
 * @returns [count * reach], in the order of the neighbours
 * @throws RangeError for a perplexity that so many neighbours cannot have.
 */
export function conditionalProbabilities(neighbours: Neighbours, perplexity: number): Float64Array {
  const { count, reach, distances } = neighbours;
  if (!(perplexity > 1 && perplexity < reach))
    throw new RangeError(
      `invalid perplexity: ${perplexity} (between 1 and ${reach}, the neighbours of a row)`,
    );
  const probabilities = new Float64Array(count * reach);
  const squares = new Float64Array(reach);
  for (let row = 0; row < count; row++) {
    // Taking the least of them from all changes no probability, and keeps exp from vanishing.
    const nearest = distances[row * reach] ** 2;
    for (let place = 0; place < reach; place++)
      squares[place] = distances[row * reach + place] ** 2 - nearest;
    bisect(squares, Math.log(perplexity), probabilities.subarray(row * reach, (row + 1) * reach));
  }
  return probabilities;
}

/** Writes the probabilities whose entropy, in nats, is the one wanted; where all are equally far, equal ones. */
function bisect(squares: Float64Array, wanted: number, probabilities: Float64Array): void {
  let [low, beta, high] = [0, 1, Infinity];
  for (let step = 0; step < mostSteps; step++) {
    const excess = weigh(squares, beta, probabilities) - wanted;
    if (Math.abs(excess) <= tolerance) return;
    if (excess > 0) low = beta;
    else high = beta;
    beta = high === Infinity ? 2 * beta : (low + high) / 2;
  }
}

/** Writes the probabilities of one beta, and tells their entropy. */
function weigh(squares: Float64Array, beta: number, probabilities: Float64Array): number {
  let [sum, moment] = [0, 0];
  for (let place = 0; place < squares.length; place++) {
    const weight = Math.exp(-beta * squares[place]);
    probabilities[place] = weight;
    sum += weight;
    moment += weight * squares[place];
  }
  for (let place = 0; place < squares.length; place++) probabilities[place] /= sum;
  return Math.log(sum) + (beta * moment) / sum;
}
