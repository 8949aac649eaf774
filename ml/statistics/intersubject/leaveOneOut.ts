import { doubleRowOf, doubleZeros, type DoubleMatrix } from '../../linear/doubleMatrix';

/** Recordings by piece and participant, as `runSpectrum` has them; null where one has no run of a piece. */
export type Recordings = readonly (readonly (DoubleMatrix | null)[])[];

/** Sums of products over everything compared: [participants, targets] each. */
interface Moments {
  own: DoubleMatrix;
  others: DoubleMatrix;
  both: DoubleMatrix;
}

/**
 * The correlation of each participant's recordings with the mean of all others' of the same pieces.
 *
 * @param recordings whose columns have mean 0
 * @param size of the answer
 * @returns [participants, targets]; NaN where there is nothing to compare
 */
export function leaveOneOut(
  recordings: Recordings,
  { participants, targets }: { participants: number; targets: number },
): DoubleMatrix {
  const zeros = () => doubleZeros(participants, targets);
  const moments: Moments = { own: zeros(), others: zeros(), both: zeros() };
  for (const runs of recordings) addPiece(moments, runs);
  const correlations = zeros();
  moments.both.values.forEach((product, at) => {
    const size = Math.sqrt(moments.own.values[at] * moments.others.values[at]);
    correlations.values[at] = size > 0 ? product / size : NaN;
  });
  return correlations;
}

function addPiece(moments: Moments, runs: readonly (DoubleMatrix | null)[]) {
  const present = runs.filter((run) => run !== null);
  if (present.length < 2) return;
  const total = new Float64Array(present[0].values.length);
  for (const { values } of present) for (let at = 0; at < total.length; at++) total[at] += values[at];
  runs.forEach((run, participant) => {
    if (run !== null) addRun(moments, participant, { run, total, others: present.length - 1 });
  });
}

function addRun(
  { own, others, both }: Moments,
  participant: number,
  piece: { run: DoubleMatrix; total: Float64Array; others: number },
) {
  const { run, total } = piece;
  const [squares, means, products] = [own, others, both].map((sums) => doubleRowOf(sums, participant));
  for (let row = 0, at = 0; row < run.rows; row++) {
    for (let target = 0; target < run.columns; target++, at++) {
      const value = run.values[at];
      const mean = (total[at] - value) / piece.others;
      squares[target] += value * value;
      means[target] += mean * mean;
      products[target] += value * mean;
    }
  }
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
