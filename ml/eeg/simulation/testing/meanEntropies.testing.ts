import { type DoubleMatrix, doubleZeros } from '../../../linear/doubleMatrix';
import type { EntropyPlan } from '../../eegSignal';
import type { MusicEmbedding } from '../features/simulatedEmbedding';
import { simulatedWindows } from '../features/simulatedWindows';
import type { SimulatedEeg } from '../simulateEeg';
import type { LabelledWindows } from './linearDecoding.testing';

/** Windows of all tracks, without labels. */
export type Windows = Omit<LabelledWindows, 'isHigh'>;

function windowsOf(rowsByTrack: readonly (readonly ArrayLike<number>[])[]): Windows {
  const rows = rowsByTrack.flat();
  const features = doubleZeros(rows.length, rows[0].length);
  rows.forEach((row, index) => features.values.set(row, index * row.length));
  return { features, tracks: rowsByTrack.flatMap((own, track) => own.map(() => track)) };
}

/** Rows [steps, columns] as their mean: [columns]. */
function meanOverSteps(values: Float32Array, steps: number): Float64Array {
  const columns = values.length / steps;
  const means = new Float64Array(columns);
  values.forEach((value, at) => (means[at % columns] += value / steps));
  return means;
}

/** The windows of a participant, differential entropy in the mean over the steps of each. */
export function meanEntropies(eeg: SimulatedEeg, participant: number, plan: EntropyPlan): Windows {
  return windowsOf(
    eeg.tracks.map((_, track) => {
      const { values, startSeconds, steps } = simulatedWindows(eeg, { participant, track }, plan);
      const size = values.length / startSeconds.length;
      return Array.from(startSeconds, (_, window) =>
        meanOverSteps(values.subarray(window * size, (window + 1) * size), steps),
      );
    }),
  );
}

/** The embeddings of windows. */
export function heardWindows(eeg: SimulatedEeg, embedding: MusicEmbedding, plan: EntropyPlan): Windows {
  const { windowSeconds, hopSeconds } = plan;
  return windowsOf(
    eeg.tracks.map(({ durationSeconds }, track) => {
      const count = Math.floor((durationSeconds - windowSeconds) / hopSeconds) + 1;
      return Array.from({ length: count }, (_, window) =>
        embedding.of(track, window * hopSeconds, windowSeconds),
      );
    }),
  );
}

/** The mean of each feature over the windows of each track: [tracks, features]. */
export function trackMeans({ features, tracks }: Windows): DoubleMatrix {
  const counts = new Map<number, number>();
  for (const track of tracks) counts.set(track, (counts.get(track) ?? 0) + 1);
  const means = doubleZeros(Math.max(...tracks) + 1, features.columns);
  tracks.forEach((track, row) => {
    for (let column = 0; column < features.columns; column++)
      means.values[track * features.columns + column] +=
        features.values[row * features.columns + column] / counts.get(track)!;
  });
  return means;
}
