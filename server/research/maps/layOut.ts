import type { FeatureRows } from '@/ml/projection/featureRows';
import { nearestNeighbours, type Neighbours } from '@/ml/projection/nearestNeighbours';
import { neighbourMeans } from '@/ml/projection/neighbourMeans';
import { trustworthiness } from '@/ml/projection/trustworthiness';
import { turnTowards } from '@/ml/projection/turnTowards';
import { umapLayout } from '@/ml/projection/umapLayout';
import { correlation } from '@/ml/statistics/correlation';
import type { FeatureMap } from './mapMessages';

/** Fewer tracks than this have no neighbourhoods to speak of. */
export const fewestTracks = 5;
const mostNeighbours = 15;

interface Emotions {
  valence: Float32Array;
  arousal: Float32Array;
}

/**
 * Features of at least `fewestTracks` tracks on a map, turned so that pleasant tends to the right and energetic
 * upwards, and how far its neighbourhoods can be believed.
 *
 * @param onProgress told the share of the work done, 0..1
 */
export function layOut(
  features: FeatureRows,
  emotions: Emotions,
  onProgress: (share: number) => void,
): FeatureMap {
  const reach = Math.min(mostNeighbours, Math.ceil(features.count / 2) - 1);
  const neighbours = nearestNeighbours(features, reach);
  const map = turnTowards(umapLayout(neighbours, onProgress), planeOf(emotions));
  return {
    dimensions: features.dimensions,
    places: map.values,
    measures: {
      neighbours: reach,
      trustworthiness: trustworthiness(features, map, reach),
      valenceCorrelation: surroundings(neighbours, emotions.valence),
      arousalCorrelation: surroundings(neighbours, emotions.arousal),
    },
  };
}

const surroundings = (neighbours: Neighbours, values: Float32Array) =>
  correlation(neighbourMeans(neighbours, values), values);

function planeOf({ valence, arousal }: Emotions): FeatureRows {
  const values = new Float32Array(2 * valence.length);
  valence.forEach((value, row) => {
    values[2 * row] = value;
    values[2 * row + 1] = arousal[row];
  });
  return { count: valence.length, dimensions: 2, values };
}
