import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeCurve } from '@/ml/affect/curveCodec';
import { withinSpreads } from '@/ml/dtw/testing/benchLibraries.testing';
import { createRandom } from '@/ml/random';
import { quantileOf } from '@/ml/statistics/quantile';
import { SearchThread } from './searchThread';
import { largestQuestion } from './testing/largestQuestion.testing';
import { silence } from './testing/silence.testing';
import { drawnPoints, syntheticCurve } from './testing/syntheticCurves.testing';

/*
 * `npm run bench -- searchTurns [TRACKS] [TIMES]`: the search thread by itself. How much later a small search, and curves that
 * are to be stored, are answered beside two of the largest section searches than alone; and how long after such a search
 * was given up the last thread that worked on it computes.
 */

const tracks = Number(process.argv[2] ?? 5000);
const times = Number(process.argv[3] ?? 40);
const samples = 400;
const curvesAtOnce = 500;
const random = createRandom(1, 'turns');
const noDeviation = new Float32Array(samples);

function means(): Uint8Array {
  const deviations = { valenceDeviation: noDeviation, arousalDeviation: noDeviation };
  const bytes = encodeCurve({ ...syntheticCurve(random, withinSpreads.panel, samples), ...deviations });
  return new Uint8Array(bytes.slice(0, (bytes.length + 1) / 2));
}

/** The thread keeps no process alive. */
const alive = setInterval(() => undefined, 1000);
const thread = new SearchThread((fault) => console.error('lost', fault));
for (let first = 0; first < tracks; first += curvesAtOnce) {
  const count = Math.min(curvesAtOnce, tracks - first);
  await thread.store(Array.from({ length: count }, (_, at) => ({ trackId: first + at, means: means() })));
}

async function timed(work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < times; time++) {
    const started = performance.now();
    await work();
    taken.push(performance.now() - started);
    await sleep(5 + 20 * random.next());
  }
  return taken;
}

const whole = () =>
  thread.search(
    { points: drawnPoints(random), scope: 'track', limit: 20 },
    { asker: 'small', budgetMs: Infinity },
  );
const one = means();
const store = () => thread.store([{ trackId: 1, means: one }]);

const large = (signal: AbortSignal, asker: string) =>
  thread.search(largestQuestion, { asker, budgetMs: Infinity, signal }).catch(() => undefined);

/** Milliseconds from a search being given up until no thread computes. */
async function silenceAfter(): Promise<number> {
  const control = new AbortController();
  const search = large(control.signal, 'large');
  await sleep(150 + 100 * random.next());
  control.abort();
  const taken = silence(process.pid);
  await search;
  return taken;
}

const row = (name: string, values: number[]) => ({
  what: name,
  median: quantileOf(values, 0.5).toFixed(1),
  '95 %': quantileOf(values, 0.95).toFixed(1),
  worst: Math.max(...values).toFixed(1),
});

await whole();
await sleep(500);
const rows = [
  row('whole tracks, alone', await timed(whole)),
  row('curves stored, alone', await timed(store)),
];
const control = new AbortController();
const searches = ['1', '2'].map((asker) => large(control.signal, asker));
await sleep(300);
rows.push(row('whole tracks, beside two of the largest', await timed(whole)));
rows.push(row('curves stored, beside two of the largest', await timed(store)));
control.abort();
await Promise.all(searches);
const silences: number[] = [];
for (let time = 0; time < times; time++) silences.push(await silenceAfter());
rows.push(row('given up until all threads are silent', silences));
console.log(`${tracks} tracks, milliseconds, load ${loadavg()[0].toFixed(1)}`);
console.table(rows);
clearInterval(alive);
await thread.stop();
