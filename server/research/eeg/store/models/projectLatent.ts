import { doubleZeros, type DoubleMatrix } from '@/ml/linear/doubleMatrix';
import { symmetricEigen } from '@/ml/linear/symmetricEigen';
import type { ProjectedLatent } from './eegModelAnswers';
import type { ModelLatent } from './modelDocuments';

/** The common space of each network in two dimensions: the two main components of all its vectors. */
export function projectLatent(latent: ModelLatent): ProjectedLatent[] {
  return latent.map(({ dimension, rows }) => {
    const places = mainComponents(rows.map(({ vector }) => vector));
    return {
      dimension,
      rows: rows.map(({ modality, participant, track, startSeconds, valence, arousal }, index) => ({
        ...{ modality, participant, track, startSeconds, valence, arousal },
        ...places[index],
      })),
    };
  });
}

/** Where vectors lie along the two directions in which they differ most. */
function mainComponents(vectors: readonly number[][]): { x: number; y: number }[] {
  if (vectors.length === 0) return [];
  const width = vectors[0].length;
  const means = Array.from({ length: width }, (_, column) => meanOf(vectors.map((each) => each[column])));
  const centred = vectors.map((vector) => vector.map((value, column) => value - means[column]));
  const { values, vectors: directions } = symmetricEigen(covarianceOf(centred, width));
  const order = [...values.keys()].sort((a, b) => values[b] - values[a]);
  const along = (vector: number[], column: number | undefined): number =>
    column === undefined
      ? 0
      : vector.reduce((sum, value, row) => sum + value * directions.values[row * width + column], 0);
  return centred.map((vector) => ({ x: along(vector, order[0]), y: along(vector, order[1]) }));
}

function covarianceOf(centred: readonly number[][], width: number): DoubleMatrix {
  const covariance = doubleZeros(width, width);
  for (const vector of centred)
    for (let row = 0; row < width; row++)
      for (let column = 0; column < width; column++)
        covariance.values[row * width + column] += (vector[row] * vector[column]) / centred.length;
  return covariance;
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
