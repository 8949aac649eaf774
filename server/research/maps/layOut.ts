import { fromColumns, type Matrix } from '@/ml/matrix/matrix';
import type { Layout } from '@/ml/projection/layoutChoice';
import { fewerNeighbours, nearestNeighbours, type Neighbours } from '@/ml/projection/nearestNeighbours';
import { neighbourMeans } from '@/ml/projection/neighbourMeans';
import { trustworthiness } from '@/ml/projection/trustworthiness';
import { tsneLayout, tsneReach } from '@/ml/projection/tsneLayout';
import { turnTowards } from '@/ml/projection/turnTowards';
import { umapLayout } from '@/ml/projection/umapLayout';
import { correlation } from '@/ml/statistics/correlation';
import type { FeatureMap } from './mapMessages';

/** Fewer tracks than this have no neighbourhoods to speak of. */
export const fewestTracks = 5;
const mostNeighbours = 15;

interface Wanted {
  layout: Layout;
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
  features: Matrix,
  { layout, valence, arousal }: Wanted,
  onProgress: (share: number) => void,
): FeatureMap {
  const reach = Math.min(mostNeighbours, Math.ceil(features.rows / 2) - 1);
  const wider = layout.method === 'tsne' ? tsneReach(features.rows, layout.perplexity) : reach;
  const found = nearestNeighbours(features, Math.max(reach, wider));
  const neighbours = fewerNeighbours(found, reach);
  const places =
    layout.method === 'tsne'
      ? tsneLayout(
          features,
          { neighbours: fewerNeighbours(found, wider), perplexity: layout.perplexity },
          onProgress,
        )
      : umapLayout(neighbours, onProgress);
  const map = turnTowards(places, fromColumns(valence, arousal));
  return {
    dimensions: features.columns,
    places: map.values,
    measures: {
      neighbours: reach,
      trustworthiness: trustworthiness(features, map, reach),
      valenceCorrelation: surroundings(neighbours, valence),
      arousalCorrelation: surroundings(neighbours, arousal),
    },
  };
}

const surroundings = (neighbours: Neighbours, values: Float32Array) =>
  correlation(neighbourMeans(neighbours, values), values);
