import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRandom } from '@/ml/random';
import { quantileOf } from '@/ml/statistics/quantile';
import { type Reply, send, startBenchServer } from './testing/benchServer.testing';
import { largestQuestion } from './testing/largestQuestion.testing';
import { silence } from './testing/silence.testing';
import { drawnPoints } from './testing/syntheticCurves.testing';

/*
 * `npm run bench -- crowd [TRACKS] [SECONDS] [MINUTES]`: a real server, and a crowd. While two of the largest section
 * searches are asked for again and again, and music is imported, six others ask for points and whole tracks, pages and
 * health; each is asked first with nobody else there. With MINUTES, then a hundred clients of mixed habits for so long,
 * and what memory the server takes meanwhile.
 */

const tracks = Number(process.argv[2] ?? 5000);
const seconds = Number(process.argv[3] ?? 30);
const minutes = Number(process.argv[4] ?? 0);
const port = 3955;
const url = `http://127.0.0.1:${port}`;
const others = 6;
const restMs = 400;
const clients = 100;
const memoryEveryMs = 10_000;
const importedFiles = 40;
const importedSeconds = 60;

const random = createRandom(1, 'crowd');
const trpc = (name: string) => `${url}/api/trpc/${name}`;
const inPlane = () => ({ valence: random.between(-0.8, 0.8), arousal: random.between(-0.8, 0.8) });

/** What people ask, each kind by itself; whoever goes before the answer counts as no error. */
const habits = {
  point: () => send(trpc('retrieval.nearPoint'), { body: { ...inPlane(), limit: 20 } }),
  'whole track': () =>
    send(trpc('retrieval.alongTrajectory'), {
      body: { points: drawnPoints(random), scope: 'track', band: 0.1, limit: 20 },
    }),
  page: () => send(`${url}/${['', 'draw', 'library'][Math.floor(3 * random.next())]}`),
  health: () => send(`${url}/api/health`),
} as const;
type Habit = keyof typeof habits;
const habitNames = Object.keys(habits) as Habit[];

type Replies = Record<Habit, Reply[]>;
const noReplies = (): Replies => ({ point: [], 'whole track': [], page: [], health: [] });

async function live(habit: Habit, replies: Replies, { until, rest }: { until: number; rest: number }) {
  // Rests come first, or all would begin in the same moment.
  await sleep(rest * 2 * random.next());
  while (performance.now() < until) {
    replies[habit].push(await habits[habit]());
    await sleep(rest * 2 * random.next());
  }
}

/** Six people, of whom each asks for points, whole tracks, pages and health, about twice a second each. */
async function askAll(forSeconds: number): Promise<Replies> {
  const replies = noReplies();
  const until = performance.now() + 1000 * forSeconds;
  await Promise.all(
    Array.from({ length: others }, () =>
      Promise.all(habitNames.map((habit) => live(habit, replies, { until, rest: restMs }))),
    ),
  );
  return replies;
}

/** The largest search, again and again, each let go after a few seconds of waiting or answered as its time is spent. */
async function searchLargest(control: AbortController, told: Reply[]): Promise<void> {
  while (!control.signal.aborted) {
    const reply = await send(trpc('retrieval.alongTrajectory'), {
      body: largestQuestion,
      signal: control.signal,
    }).catch(() => undefined);
    if (reply) told.push(reply);
  }
}

/** Milliseconds from a connection being closed whose search is under way until no thread of the server computes. */
async function silencesAfterClosing(pid: number): Promise<number[]> {
  const taken: number[] = [];
  for (let time = 0; time < 20; time++) {
    const control = new AbortController();
    const body = largestQuestion;
    const search = send(trpc('retrieval.alongTrajectory'), { body, signal: control.signal });
    const closed = search.catch(() => undefined);
    await sleep(250);
    control.abort();
    // The socket is closed in the next turn.
    await sleep(0);
    taken.push(silence(pid));
    await closed;
  }
  return taken;
}

function writeMusic(folder: string): void {
  const rate = 22_050;
  for (let file = 0; file < importedFiles; file++) {
    const samples = new Int16Array(rate * importedSeconds);
    const pitch = 110 + 20 * file;
    for (let at = 0; at < samples.length; at++) {
      samples[at] = 9000 * Math.sin((2 * Math.PI * pitch * at) / rate) * random.next();
    }
    const header = Buffer.alloc(44);
    header.write('RIFF', 0);
    header.writeUInt32LE(36 + samples.byteLength, 4);
    header.write('WAVEfmt ', 8);
    header.writeUInt32LE(16, 16);
    header.writeUInt16LE(1, 20);
    header.writeUInt16LE(1, 22);
    header.writeUInt32LE(rate, 24);
    header.writeUInt32LE(2 * rate, 28);
    header.writeUInt16LE(2, 32);
    header.writeUInt16LE(16, 34);
    header.write('data', 36);
    header.writeUInt32LE(samples.byteLength, 40);
    const name = join(folder, `${process.pid}-${file}.wav`);
    writeFileSync(name, Buffer.concat([header, Buffer.from(samples.buffer)]));
  }
}

const limits: Record<Habit, string> = {
  point: '95 % in 100 ms',
  'whole track': '95 % in 100 ms',
  page: '95 % in 300 ms',
  health: '99 % in 50 ms',
};

function table(title: string, replies: Replies): void {
  const row = (habit: Habit) => {
    const times = replies[habit].map(({ milliseconds }) => milliseconds);
    const part = (share: number) => quantileOf(times, share).toFixed(1);
    return {
      asked: times.length,
      failed: replies[habit].filter(({ status }) => status !== 200).length,
      ...{ 'median, ms': part(0.5), '95 %': part(0.95), '99 %': part(0.99), worst: part(1) },
      wanted: limits[habit],
    };
  };
  console.log(`${title} (load ${loadavg()[0].toFixed(1)})`);
  console.table(Object.fromEntries(habitNames.map((habit) => [habit, row(habit)])));
}

/** Resident memory of a process in MB. */
function residentMb(pid: number): number {
  const line = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/);
  return Number(line?.[1] ?? 0) / 1024;
}

async function manyClients(pid: number): Promise<void> {
  const until = performance.now() + 60_000 * minutes;
  const replies = noReplies();
  const errors: string[] = [];
  const memory: number[] = [];
  const people = Array.from({ length: clients }, async (_, person) => {
    const habit = habitNames[person % habitNames.length];
    while (performance.now() < until) {
      await live(habit, replies, { until, rest: 1000 }).catch((error: unknown) => errors.push(String(error)));
    }
  });
  const watch = (async () => {
    while (performance.now() < until) {
      memory.push(residentMb(pid));
      await sleep(memoryEveryMs);
    }
  })();
  await Promise.all([...people, watch]);
  table(`${clients} clients for ${minutes} minutes`, replies);
  console.log(`errors on the way: ${errors.length} ${errors.slice(0, 3).join('; ')}`);
  console.log(`resident MB each 10 s: ${memory.map((mb) => Math.round(mb)).join(' ')}`);
}

async function isLoaded(): Promise<boolean> {
  const answer = await fetch(trpc('retrieval.alongTrajectory'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ points: drawnPoints(random), scope: 'track', limit: 1 }),
  });
  const { result } = (await answer.json()) as {
    result: { data: { indexed: { tracks: number; of: number } } };
  };
  return result.data.indexed.tracks >= result.data.indexed.of;
}

const music = mkdtempSync(join(tmpdir(), 'circumplex-crowd-'));
writeMusic(music);
const server = await startBenchServer({ tracks, movement: 'panel', port, variables: { WORKERS: '1' } });
try {
  while (!(await isLoaded())) await sleep(200);
  await askAll(5);
  table(`${others} people, ${tracks} tracks, nobody else`, await askAll(Math.min(15, seconds)));
  const silences = await silencesAfterClosing(server.pid!);
  console.log(
    `a connection closed until all threads are silent: ${quantileOf(silences, 0.5).toFixed(1)} ms in the median, ${quantileOf(silences, 0.95).toFixed(1)} ms in 95 %, at worst ${Math.max(...silences).toFixed(1)} ms`,
  );
  const control = new AbortController();
  const told: Reply[] = [];
  const large = [0, 1].map(() => searchLargest(control, told));
  const watched = await send(trpc('catalogue.watch'), { body: { path: music } });
  if (watched.status !== 200) throw new Error(`the import was refused: ${watched.text}`);
  await sleep(1000);
  table('the same beside two of the largest section searches and an import', await askAll(seconds));
  control.abort();
  await Promise.all(large);
  console.log(
    `of the largest searches ${told.length} were answered meanwhile: ${told.map(({ status, milliseconds }) => `${status} after ${(milliseconds / 1000).toFixed(1)} s`).join(', ')}`,
  );
  if (minutes > 0) await manyClients(server.pid!);
} finally {
  server.kill('SIGTERM');
  await once(server, 'exit');
  rmSync(music, { recursive: true, force: true });
}
