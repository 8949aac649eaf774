import type { Neighbours } from './nearestNeighbours';

/** The mean of `values` over the neighbours of each row, the row itself left out: what its surroundings say of it. */
export function neighbourMeans({ count, reach, indices }: Neighbours, values: Float32Array): Float32Array {
  const means = new Float32Array(count);
  for (let row = 0; row < count; row++) {
    let sum = 0;
    for (let place = 0; place < reach; place++) sum += values[indices[row * reach + place]];
    means[row] = sum / reach;
  }
  return means;
}
