import { once } from 'node:events';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '@/ml/random';
import { betweenSpread, withinSpreads } from '@/ml/dtw/testing/benchLibraries.testing';
import { quantileOf } from '@/ml/statistics/quantile';
import { type Reply, send, startBenchServer } from './testing/benchServer.testing';
import { drawnPoints, ledOn } from './testing/syntheticCurves.testing';

/*
 * `npm run bench -- load [TRACKS] [listener|panel] [SECONDS]`: a server with made-up tracks, and eight people at once
 * who draw: each leads key points about and asks ten times a second, by POST as the page does, from the same machine.
 * On the embedded engine, in a folder kept for the next run, or on a PostgreSQL where DATABASE_URL is set.
 */

const tracks = Number(process.argv[2] ?? 100_000);
const movement = process.argv[3] === 'panel' ? 'panel' : 'listener';
const seconds = Number(process.argv[4] ?? 30);
const people = 8;
const askEveryMs = 100;
/** Asked before anything is measured: code is compiled and summaries are remembered as in a server that runs. */
const warmUpSeconds = 5;
const stepsOfAGesture = 20;
const port = 3963;
const url = `http://127.0.0.1:${port}`;

/** One question as the page sends it: tRPC's httpLink with POST. */
const ask = (input: object) => send(`${url}/api/trpc/retrieval.alongTrajectory`, { body: input });

async function askPlainly(input: object) {
  const response = await fetch(`${url}/api/trpc/retrieval.alongTrajectory`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const { result } = (await response.json()) as {
    result: { data: { searched: number; exact: boolean; indexed: { tracks: number; of: number } } };
  };
  return result.data;
}

/** One person: every tenth of a second the drawing has gone on a little, every two seconds it is another one. */
async function draw(person: number, replies: Reply[], until: number): Promise<void> {
  const random = createRandom(person, 'drawings');
  const waiting: Promise<unknown>[] = [];
  let points = drawnPoints(random);
  let led = 0;
  await sleep(askEveryMs * (person / people));
  for (let step = 1, next = performance.now(); next < until; step++, next += askEveryMs) {
    await sleep(Math.max(0, next - performance.now()));
    if (step % stepsOfAGesture === 0) points = drawnPoints(random);
    if (step % stepsOfAGesture === 0) led = Math.floor(points.length * random.next());
    points = ledOn(points, led, random);
    waiting.push(ask({ points, scope: 'track', band: 0.1, limit: 20 }).then((reply) => replies.push(reply)));
  }
  await Promise.all(waiting);
}

async function everybodyDraws(forSeconds: number): Promise<Reply[]> {
  const replies: Reply[] = [];
  const until = performance.now() + 1000 * forSeconds;
  await Promise.all(Array.from({ length: people }, (_, person) => draw(person, replies, until)));
  return replies;
}

const server = await startBenchServer({ tracks, movement, port });
const started = performance.now();
const anything = { points: drawnPoints(createRandom(1, 'loading')), scope: 'track', limit: 1 };
let state = await askPlainly(anything);
while (state.indexed.tracks < state.indexed.of) {
  await sleep(200);
  state = await askPlainly(anything);
}
const loadedAfter = (performance.now() - started) / 1000;
await everybodyDraws(warmUpSeconds);
const replies = await everybodyDraws(seconds);
server.kill('SIGTERM');
await once(server, 'exit');

const times = replies.map(({ milliseconds }) => milliseconds);
const result = {
  engine: process.env.DATABASE_URL ? 'PostgreSQL' : 'embedded',
  tracks: state.searched,
  exact: state.exact,
  spread: { between: betweenSpread, within: withinSpreads[movement] },
  people,
  asked: replies.length,
  failed: replies.filter(({ status }) => status !== 200).length,
  medianMs: quantileOf(times, 0.5),
  p95Ms: quantileOf(times, 0.95),
  p99Ms: quantileOf(times, 0.99),
  worstMs: Math.max(...times),
  answerBytes: quantileOf(
    replies.map(({ text }) => text.length),
    0.5,
  ),
  loadedAfterSeconds: loadedAfter,
  load: loadavg()[0],
};
const within = result.spread.within.join(' to ');
console.log(
  `${people} people, ${1000 / askEveryMs} questions a second each, ${result.tracks} tracks, spread between ${result.spread.between}, within ${within}, ${result.engine}`,
);
console.table({
  'whole track': {
    asked: result.asked,
    failed: result.failed,
    'median, ms': result.medianMs.toFixed(1),
    '95 %': result.p95Ms.toFixed(1),
    '99 %': result.p99Ms.toFixed(1),
    worst: result.worstMs.toFixed(1),
    'answer, bytes': result.answerBytes,
  },
});
console.log(JSON.stringify(result));
