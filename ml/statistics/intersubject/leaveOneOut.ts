import { doubleRowOf, doubleZeros, type DoubleMatrix } from '../../linear/doubleMatrix';
import { addTurned, turnedProducts, type Turns } from './runSpectrum';

/** By piece and participant, [samples, targets] of one length a piece; null where one has no run of it. */
export type Recordings = readonly (readonly (DoubleMatrix | null)[])[];

/** What is left of less than this share of a sum of squares is rounding. */
const rounding = 1e-12;

/** How the phases of each run are turned, by piece and participant; none where they stay. */
export type RunTurns = (piece: number, participant: number) => Turns | null;

/** Sums of products over everything compared: [participants, targets] each. */
interface Moments {
  own: DoubleMatrix;
  others: DoubleMatrix;
  both: DoubleMatrix;
}

/**
 * The correlation of each participant's recordings with the mean of all others' of the same pieces.
 *
 * @param spectra of recordings, as `runSpectrum` has them
 * @param size of the answer
 * @param turnsOf of each run's phases
 * @returns [participants, targets]; NaN where there is nothing to compare
 */
export function leaveOneOut(
  spectra: Recordings,
  { participants, targets }: { participants: number; targets: number },
  turnsOf: RunTurns = () => null,
): DoubleMatrix {
  const zeros = () => doubleZeros(participants, targets);
  const moments: Moments = { own: zeros(), others: zeros(), both: zeros() };
  spectra.forEach((runs, piece) => addPiece(moments, runs, (participant) => turnsOf(piece, participant)));
  const correlations = zeros();
  moments.both.values.forEach((product, at) => {
    const size = Math.sqrt(moments.own.values[at] * moments.others.values[at]);
    correlations.values[at] = size > 0 ? product / size : NaN;
  });
  return correlations;
}

function addPiece(
  moments: Moments,
  runs: readonly (DoubleMatrix | null)[],
  turnsOf: (participant: number) => Turns | null,
) {
  const present = runs.flatMap((run, participant) =>
    run === null ? [] : [{ run, participant, turns: turnsOf(participant) }],
  );
  if (present.length < 2) return;
  const total = doubleZeros(present[0].run.rows, present[0].run.columns);
  for (const { run, turns } of present) addTurned(total, run, turns);
  const totalSquares = turnedProducts(total, total, null);
  for (const { run, participant, turns } of present) {
    const squares = turnedProducts(run, run, null);
    const products = turnedProducts(run, total, turns);
    addRun(moments, participant, { squares, products, totalSquares, others: present.length - 1 });
  }
}

/** The mean of others is what is left of the total without one's own, so that products with the total tell all. */
function addRun(
  moments: Moments,
  participant: number,
  sums: { squares: Float64Array; products: Float64Array; totalSquares: Float64Array; others: number },
) {
  const { squares, products, totalSquares, others } = sums;
  const [own, rest, both] = [moments.own, moments.others, moments.both].map((matrix) =>
    doubleRowOf(matrix, participant),
  );
  squares.forEach((square, target) => {
    const left = totalSquares[target] - 2 * products[target] + square;
    own[target] += square;
    if (left > rounding * totalSquares[target]) rest[target] += left / others ** 2;
    both[target] += (products[target] - square) / others;
  });
}

/** The mean over participants of what they have: [targets]; NaN where nobody has anything. */
export const meanOverParticipants = ({ rows, columns, values }: DoubleMatrix): Float64Array =>
  Float64Array.from({ length: columns }, (_, target) => {
    let [sum, count] = [0, 0];
    for (let row = 0; row < rows; row++) {
      const value = values[row * columns + target];
      if (Number.isNaN(value)) continue;
      sum += value;
      count++;
    }
    return sum / count;
  });
