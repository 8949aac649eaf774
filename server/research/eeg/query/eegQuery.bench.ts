import type { EntropyWindows } from '@/ml/eeg/eegSignal';
import { matrixOf } from '@/ml/matrix/matrix';
import { createRandom } from '@/ml/random';
import { CommonTracks } from './commonTracks';
import { hearWindows } from './hearWindows';
import { loadQueryModel, type QueryModel } from './queryModel';

/*
 * `npm run bench -- eegQuery MODEL [TRACKS]`: how long a query takes once its features are there, by one window and by
 * those of a minute, over 100,000 tracks where no number is told; beside it how long it takes to compare and sort all
 * tracks in plain JavaScript. MODEL is a folder that research train-eeg wrote. The last line is JSON.
 */

const [folder, tracks = '100000'] = process.argv.slice(2);
const rounds = 20;
const minuteSeconds = 60;
const random = createRandom(1, 'query');
const numbers = (length: number) => Float32Array.from({ length }, () => random.bell());

function windowsOf({ record: { set } }: QueryModel): EntropyWindows {
  const count = Math.floor((minuteSeconds - set.windowSeconds) / set.hopSeconds) + 1;
  return {
    channels: set.channels,
    bands: set.bands.map(({ name }) => name),
    startSeconds: Float64Array.from({ length: count }, (_, window) => window * set.hopSeconds),
    steps: set.steps,
    values: numbers(count * set.steps * set.channels.length * set.bands.length),
    rejected: new Uint8Array(count),
  };
}

/** The median of several runs, milliseconds. */
async function millisecondsOf(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[rounds >> 1];
}

const model = await loadQueryModel(folder, 'both');
const windows = windowsOf(model);
const count = Number(tracks);
const embeddings = matrixOf(
  numbers(count * model.record.set.embedding.width),
  model.record.set.embedding.width,
);
const began = performance.now();
const common = await CommonTracks.create(model, {
  trackIds: Array.from({ length: count }, (_, id) => id),
  vectors: embeddings,
});
const loadedMilliseconds = performance.now() - began;
const all = [...windows.startSeconds.keys()];
const ask = async (chosen: number[]) =>
  common.nearest((await hearWindows(model, windows, chosen)).vector, 20);
const { vector } = await hearWindows(model, windows, all);
const spaces = matrixOf(numbers(count * vector.length), vector.length);

/** Every track compared by a plain loop, and all of them sorted. */
function plainSearch(): number[] {
  const similarities = Array.from({ length: count }, (_, row) => {
    let sum = 0;
    for (let column = 0; column < vector.length; column++)
      sum += vector[column] * spaces.values[row * vector.length + column];
    return sum;
  });
  return [...similarities.keys()].sort((a, b) => similarities[b] - similarities[a]).slice(0, 20);
}

const measured = {
  tracks: count,
  windows: all.length,
  oneWindow: await millisecondsOf(() => ask([0])),
  minute: await millisecondsOf(() => ask(all)),
  search: await millisecondsOf(() => common.nearest(vector, 20)),
  plainSearch: await millisecondsOf(plainSearch),
  loading: loadedMilliseconds,
};
console.log(`query over ${count} tracks, median of ${rounds}, milliseconds`);
console.log(
  `  by one window ${measured.oneWindow.toFixed(1)}, by ${all.length} windows ${measured.minute.toFixed(1)}`,
);
console.log(
  `  of it the search ${measured.search.toFixed(1)}; plain comparison and sort ${measured.plainSearch.toFixed(1)}`,
);
console.log(`  once, to bring the tracks into the common space: ${measured.loading.toFixed(0)}`);
console.log(JSON.stringify({ ...measured, searchToPlain: measured.search / measured.plainSearch }));
await model.release();
