import type { NearRecording } from './eegQueryAnswers';
import type { HeardTrial } from './heardTrials';

/**
 * The trials nearest to a vector of the common space by their cosine, the nearest first.
 *
 * @param vector of unit length, as those of trials
 */
export function nearestTrials(
  heard: readonly HeardTrial[],
  vector: Float32Array,
  limit: number,
): NearRecording[] {
  return heard
    .map(({ vector: own, ...trial }) => ({
      ...trial,
      similarity: own.reduce((sum, value, column) => sum + value * vector[column], 0),
    }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, limit);
}
