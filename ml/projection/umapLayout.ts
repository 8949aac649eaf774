import { UMAP } from 'umap-js';
import { createRandom } from '../random';
import { type Matrix, matrixOf } from '../matrix/matrix';
import type { Neighbours } from './nearestNeighbours';

const epochs = 500;
const seed = 1;

/**
 * A map of rows in two dimensions by UMAP (McInnes, Healy, Melville 2018) over exact neighbours: near rows are
 * drawn together; distances across the map and its turn mean nothing. The same rows give the same map.
 *
 * @param onProgress told the share of the work done, 0..1
 */
export function umapLayout(neighbours: Neighbours, onProgress: (share: number) => void = () => {}): Matrix {
  const random = createRandom(seed, 'umap');
  const umap = new UMAP({
    nNeighbors: neighbours.reach + 1,
    nEpochs: epochs,
    random: () => random.next(),
  });
  // UMAP counts a row as its own first neighbour. The rows themselves are not looked at where neighbours are given.
  const { indices, distances } = withOneself(neighbours);
  umap.setPrecomputedKNN(indices, distances);
  umap.initializeFit(indices);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    umap.step();
    onProgress(epoch / epochs);
  }
  return matrixOf(Float32Array.from(umap.getEmbedding().flat()), 2);
}

function withOneself({ count, reach, indices, distances }: Neighbours) {
  const rowsOf = (values: Int32Array | Float32Array, first: (row: number) => number) =>
    Array.from({ length: count }, (_, row) => [
      first(row),
      ...values.subarray(row * reach, (row + 1) * reach),
    ]);
  return { indices: rowsOf(indices, (row) => row), distances: rowsOf(distances, () => 0) };
}
