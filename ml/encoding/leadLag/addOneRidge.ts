import { type Moments } from './moments';
import { penalisedInverse } from './smallRidge';

/**
 * Moments of what is known beside a rating, and of regions: the columns are what is known and, last, the rating that is
 * predicted; the targets are the regions.
 */
export type RegionMoments = Moments;

/** Sums over held-out samples of predictions with the rating, and with themselves. */
export interface PredictionSums {
  product: number;
  predicted: number;
}

/** What is known, learned by one penalty: shared by all regions. */
export interface KnownRidge {
  alpha: number;
  /** (B'B + alpha I)^-1, [known * known] */
  inverse: Float64Array;
  /** Weights without any region, [known]. */
  weights: Float64Array;
}

/** Learns a rating from what is known alone. */
export function knownRidge(train: RegionMoments, alpha: number): KnownRidge {
  const known = train.x.length - 1;
  const inverse = penalisedInverse(
    train,
    Array.from({ length: known }, (_, column) => column),
    alpha,
  );
  const ofRating = Float64Array.from(
    { length: known },
    (_, row) => train.xx.values[row * (known + 1) + known],
  );
  return { alpha, inverse, weights: times(inverse, ofRating) };
}

/** Weights of what is known, [known], and last of the region: block elimination, since a region adds but one column. */
export function withRegion(
  { alpha, inverse, weights }: KnownRidge,
  train: RegionMoments,
  region: number,
): Float64Array {
  const known = weights.length;
  const regions = train.y.length;
  const own = Float64Array.from({ length: known }, (_, row) => train.xy.values[row * regions + region]);
  const through = times(inverse, own);
  const left = train.yy[region] + alpha - dot(own, through);
  const weight = left > 0 ? (train.xy.values[known * regions + region] - dot(own, weights)) / left : 0;
  const all = new Float64Array(known + 1);
  for (let row = 0; row < known; row++) all[row] = weights[row] - through[row] * weight;
  all[known] = weight;
  return all;
}

/** What weights of the known, and of a region where there is one, predict of held-out samples. */
export function predictionSums(
  test: RegionMoments,
  weights: Float64Array,
  region: number | null,
): PredictionSums {
  const known = test.x.length - 1;
  const regions = test.y.length;
  let [product, predicted] = [0, 0];
  for (let row = 0; row < known; row++) {
    product += weights[row] * test.xx.values[row * (known + 1) + known];
    for (let column = 0; column < known; column++) {
      predicted += weights[row] * weights[column] * test.xx.values[row * (known + 1) + column];
    }
  }
  if (region === null) return { product, predicted };
  const weight = weights[known];
  for (let row = 0; row < known; row++) {
    predicted += 2 * weight * weights[row] * test.xy.values[row * regions + region];
  }
  return {
    product: product + weight * test.xy.values[known * regions + region],
    predicted: predicted + weight * weight * test.yy[region],
  };
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  return vector.map((_, row) => dot(matrix.subarray(row * vector.length, (row + 1) * vector.length), vector));
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at] * other[at];
  return sum;
}
