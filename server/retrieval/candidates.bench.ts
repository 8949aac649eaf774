import { loadavg } from 'node:os';
import { createRandom } from '@/ml/random';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { betweenSpread, withinSpreads } from '@/ml/dtw/testing/benchLibraries.testing';
import { querySketches } from '@/ml/dtw/search/querySketches';
import type { TrajectoryQuery } from '@/ml/dtw/search/trajectorySearch';
import { decodeMeans } from '@/ml/affect/curveCodec';
import { median } from '@/ml/statistics/quantile';
import { owner } from '../access/caller';
import { alongTrajectory } from './alongTrajectory';
import { chooseCandidates } from './chooseCandidates';
import { Retrieval } from './retrieval';
import { drawnAfter, drawnPoints, syntheticCurve } from './testing/syntheticCurves.testing';
import { openSyntheticLibrary, syntheticSamples } from './testing/syntheticLibrary.testing';
import { curvesOf } from './encodedCurves';
import { mean } from '@/ml/statistics/mean';

/*
 * `npm run bench -- candidates [TRACKS] [listener|panel]`: how many of the true ten best are among the candidates that
 * pgvector chooses by sketch, and what a search beyond the memory limit costs. Needs DATABASE_URL of a PostgreSQL on
 * which databases may be created: made-up tracks are kept there in circumplex_bench_MOVEMENT_TRACKS, some 4 kB each, for
 * the next run; drop it by hand. The truth is the exact search of the same server over every curve in memory. Each row
 * is told as it is measured.
 */

const tracks = Number(process.argv[2] ?? 1_000_000);
const movement = process.argv[3] === 'panel' ? 'panel' : 'listener';
const spread = { between: betweenSpread, within: withinSpreads[movement] };
const queriesOfAKind = 20;
/** Candidates by each sketch. */
const counts = [500, 1000];
const limit = 10;
const smallMemoryBytes = 64 * 2 ** 20;
const random = createRandom(5, 'drawings');
const modes = { level: { mode: 'level' }, shape: { mode: 'shape' }, blend: { blend: 0.5 } } as const;

const serverUrl = process.env.DATABASE_URL;
if (!serverUrl) throw new Error('invalid DATABASE_URL: none (a PostgreSQL with pgvector is needed)');
const library = await openSyntheticLibrary({ tracks, movement, serverUrl });
const { database } = library;
const onFault = (error: unknown) => console.error(error);
const large = new Retrieval({ database, memoryBytes: Infinity, onFault });
const small = new Retrieval({ database, memoryBytes: smallMemoryBytes, onFault });
const loadStart = performance.now();
await large.load();
const loadSeconds = (performance.now() - loadStart) / 1000;
await small.load();

const kinds: Record<string, () => Promise<KeyPoint[]>> = {
  drawn: () => Promise.resolve(drawnPoints(random)),
  copied: async () => {
    const [{ means }] = await curvesOf(database, [1 + Math.floor(tracks * random.next())]);
    return drawnAfter(decodeMeans(means), random);
  },
  random: () => Promise.resolve(drawnAfter(syntheticCurve(random, spread.within, syntheticSamples), random)),
};

const idsOf = (matches: { trackId: number }[]) => matches.map(({ trackId }) => trackId);

/** The share of the true ten that is among the candidates, for each number of them. */
async function recallsOf(query: TrajectoryQuery): Promise<number[]> {
  const truth = idsOf((await large.trajectories.search({ asker: 'bench', query })).matches);
  const sketches = querySketches(query);
  const recalls: number[] = [];
  for (const count of counts) {
    const candidates = new Set(await chooseCandidates(database, { sketches, count, of: tracks }));
    recalls.push(truth.filter((trackId) => candidates.has(trackId)).length / limit);
  }
  return recalls;
}

async function recall(mode: keyof typeof modes, kind: string, band: number) {
  const recalls: number[][] = [];
  for (let i = 0; i < queriesOfAKind; i++) {
    const points = await kinds[kind]();
    recalls.push(await recallsOf({ points, scope: 'track', band, limit, ...modes[mode] }));
  }
  const means = counts.map((_, index) => mean(recalls.map((each) => each[index])));
  console.error([mode, kind, band, ...means].join(', '));
  return means;
}

/** Milliseconds of whole answers, summaries and all: of the first asking, and of one a moment later. */
async function costs(mode: keyof typeof modes, filter?: { genre?: string; text?: string }) {
  const [first, again]: number[][] = [[], []];
  for (let i = 0; i < queriesOfAKind; i++) {
    const question = { points: drawnPoints(random), scope: 'track', limit, filter, ...modes[mode] } as const;
    for (const times of [first, again]) {
      const start = performance.now();
      await alongTrajectory(small, owner, question);
      times.push(performance.now() - start);
    }
  }
  const figures = (times: number[]) => ({ median: median(times), worst: Math.max(...times) });
  return { first: figures(first.slice(3)), again: figures(again.slice(3)) };
}

const recalls: { mode: string; kind: string; band: number; recalls: number[] }[] = [];
for (const mode of ['level', 'shape', 'blend'] as const) {
  for (const kind of Object.keys(kinds))
    recalls.push({ mode, kind, band: 0.1, recalls: await recall(mode, kind, 0.1) });
  for (const band of [0.3, 1])
    recalls.push({ mode, kind: 'drawn', band, recalls: await recall(mode, 'drawn', band) });
}
const cost = {
  level: await costs('level'),
  shape: await costs('shape'),
  blend: await costs('blend'),
  'level, an eighth': await costs('level', { genre: 'Jazz' }),
  'level, a thousandth': await costs('level', { text: 'Artist 77' }),
};
const load = loadavg()[0];
const within = spread.within.join(' to ');
console.log(
  `${tracks} tracks of ${syntheticSamples} samples, spread between ${spread.between}, within ${within}; ${queriesOfAKind} queries a row; load ${load.toFixed(1)}`,
);
console.log(
  `loaded in ${loadSeconds.toFixed(1)} s; process ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`,
);
console.table(
  recalls.map((row) => ({
    mode: row.mode,
    query: row.kind,
    band: row.band,
    ...Object.fromEntries(
      counts.map((count, index) => [`recall@10, ${count} each`, row.recalls[index].toFixed(4)]),
    ),
  })),
);
console.table(
  Object.fromEntries(
    Object.entries(cost).map(([name, { first, again }]) => [
      name,
      {
        'first, ms': first.median.toFixed(1),
        'worst of them': first.worst.toFixed(1),
        'asked again': again.median.toFixed(1),
      },
    ]),
  ),
);
console.log(
  JSON.stringify({ tracks, spread, samples: syntheticSamples, load, loadSeconds, counts, recalls, cost }),
);
await large.stop();
await small.stop();
await library.close();
