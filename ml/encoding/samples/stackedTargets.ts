import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { type PreparedStudy } from '../preparedStudy';
import { type SampleLayout } from './sampleLayout';

/**
 * The recordings of some participants beside each other: [rows, participants * targets]. Rows of pieces that somebody
 * lacks are 0, and belong to none of their splits.
 */
export function stackedTargets(
  { pieces, targets }: PreparedStudy,
  participants: readonly number[],
  layout: SampleLayout,
): DoubleMatrix {
  const result = doubleZeros(layout.rows, participants.length * targets.length);
  pieces.forEach(({ recordings }, piece) => {
    participants.forEach((participant, place) => {
      const recording = recordings[participant];
      if (!recording) return;
      for (let sample = 0; sample < recording.rows; sample++) {
        const row = recording.values.subarray(sample * targets.length, (sample + 1) * targets.length);
        const at = (layout.starts[piece] + sample) * result.columns + place * targets.length;
        result.values.set(row, at);
      }
    });
  });
  return result;
}

/** Targets that are computed together, so that memory stays bounded whatever the size of a study. */
const mostColumns = 8192;

/** Participants in groups small enough to be stacked. */
export function chunksOf(participants: readonly number[], targets: number): number[][] {
  const size = Math.max(1, Math.floor(mostColumns / targets));
  return Array.from({ length: Math.ceil(participants.length / size) }, (_, chunk) =>
    participants.slice(chunk * size, (chunk + 1) * size),
  );
}
