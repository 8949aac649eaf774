import { matrixOf } from '../matrix/matrix';
import { createRandom } from '../random';
import { nearestNeighbours } from './nearestNeighbours';
import { trustworthiness } from './trustworthiness';
import { tsneLayout, tsneReach } from './tsneLayout';
import { umapLayout } from './umapLayout';

/*
 * `npm run bench -- projection [COUNT …]`: as many tracks of 200 numbers in 40 clouds that overlap, laid out by UMAP over
 * 15 neighbours and by t-SNE at perplexity 30, in one run: seconds of each, what t-SNE takes of UMAP's, and the
 * trustworthiness over 15 neighbours. Finding the neighbours is told apart. The last line is JSON.
 */

const counts = process.argv.slice(2).map(Number);
const [columns, clouds, perplexity, reach] = [200, 40, 30, 15];

function tracks(count: number) {
  const random = createRandom(1, 'tracks of a benchmark');
  const middles = Float32Array.from({ length: clouds * columns }, () => random.bell());
  const values = Float32Array.from({ length: count * columns }, (_, at) => {
    const cloud = Math.floor(at / columns) % clouds;
    return middles[cloud * columns + (at % columns)] + 1.5 * random.bell();
  });
  return matrixOf(values, columns);
}

function timed<T>(work: () => T): [answer: T, seconds: number] {
  const started = performance.now();
  const answer = work();
  return [answer, (performance.now() - started) / 1000];
}

function measure(count: number) {
  const points = tracks(count);
  const [near, neighboursSeconds] = timed(() => nearestNeighbours(points, reach));
  const [farther, moreNeighboursSeconds] = timed(() =>
    nearestNeighbours(points, tsneReach(count, perplexity)),
  );
  const [umap, umapSeconds] = timed(() => umapLayout(near));
  const [tsne, tsneSeconds] = timed(() => tsneLayout(points, { neighbours: farther, perplexity }));
  return {
    count,
    neighboursSeconds,
    moreNeighboursSeconds,
    umapSeconds,
    tsneSeconds,
    tsneOverUmap: tsneSeconds / umapSeconds,
    umapTrustworthiness: trustworthiness(points, umap, reach),
    tsneTrustworthiness: trustworthiness(points, tsne, reach),
  };
}

const rows = (counts.length > 0 ? counts : [500, 1000, 3000, 5000]).map(measure);
console.table(
  rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value.toFixed(3))])),
  ),
);
console.log(JSON.stringify(rows));
