import { matrixOf, rowOf } from '../../matrix/matrix';
import { createRandom } from '../../random';
import { type EarLibrary, earLibraryOf, type HeardLibrary } from '../earLibrary';

interface LibraryPlan {
  tracks: number;
  columns?: number;
  seed?: number;
}

/** Directions in which the tracks of a simulated library differ: as few as to have neighbours, as in music. */
const directions = 5;

/** Tracks that lie about the middle of a space of few directions, as a model would hear them. */
export function simulatedTracks({ tracks, columns = 12, seed = 1 }: LibraryPlan): HeardLibrary {
  const random = createRandom(seed, 'library of an ear');
  const bells = (count: number) => Float64Array.from({ length: count }, () => random.bell());
  const axes = Array.from({ length: directions }, () => bells(columns));
  const embedding = matrixOf(new Float32Array(tracks * columns), columns);
  for (let track = 0; track < tracks; track++) {
    const row = rowOf(embedding, track);
    for (const axis of axes) {
      const place = random.bell();
      axis.forEach((value, column) => (row[column] += place * value));
    }
  }
  const values = (low: number, high: number) =>
    Float32Array.from({ length: tracks }, () => random.between(low, high));
  const estimates = () => ({ points: values(-0.7, 0.7), deviations: values(0.12, 0.3) });
  return { embedding, axes: { valence: estimates(), arousal: estimates() } };
}

export function simulatedLibrary(plan: LibraryPlan): EarLibrary {
  return earLibraryOf(simulatedTracks(plan));
}
