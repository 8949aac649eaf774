import { loadavg } from 'node:os';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { median } from '../../statistics/quantile';
import { type Importance, importanceOf } from '../importance';
import { PlainSections } from '../plain/plainSections';
import { type SectionSearch } from '../sections';
import { sequenceOf } from '../sequence';
import { kernelModule } from '../shared/kernelModule';
import { SharedSections } from '../shared/sharedSections';
import { sectionLibraries, type SectionLibrary, sectionQueries } from '../testing/benchSections.testing';

/*
 * `npm run bench -- cues [TRACKS [QUERIES]]`: the ten nearest places for a film's cue of 90 s in tracks of 300 s, at
 * the cue's own length, its points weighted, in level, shape and both, for tolerances of 0, 0.5 and 2 s and every kind
 * of query, on two threads. Beside the time of the clock, which other programs lengthen, the processor time a thread.
 * Then the plain search on fewer tracks, scaled to as many, and whether both find the same.
 */

const kernel = kernelModule('sections')!;
const threads = 2;
const cuePoints = 180;
const blends = { level: 0, shape: 1, both: 0.5 } as const;
const tolerances = [0, 1, 4];
const warmUps = 3;
const plainTracks = 100;
const plainQueries = 3;
const targetMs = 150;

type Mode = keyof typeof blends;
type Kind = keyof typeof sectionQueries;

interface Task {
  mode: Mode;
  query: Kind;
  /** Points that music may run ahead or behind. */
  tolerance: number;
}

const rounded = (value: number, digits = 1) => Number(value.toFixed(digits));

/** A sixth is spoken over and counts nothing, a moment of a ninth counts four times. */
const importance: Importance = importanceOf(
  Array.from({ length: cuePoints }, (_, j) => (j >= 40 && j < 70 ? 0 : j >= 120 && j < 140 ? 4 : 1)),
  cuePoints,
);

function searchOf({ mode, tolerance }: Task): SectionSearch {
  const comparison = { blend: blends[mode], weights: { valence: 1, arousal: 1 } };
  return { comparison, band: tolerance / cuePoints, limit: 10, importance };
}

function queryOf(task: Task, { library, tracks }: { library: SectionLibrary; tracks: number }, seed: number) {
  const drawing: EmotionCurve = sectionQueries[task.query]({ library, tracks, points: cuePoints }, seed);
  return sequenceOf(drawing, searchOf(task).comparison, importance.weights);
}

/** Milliseconds of the clock and of a thread's processor time for each search but the first few. */
function measure(sections: SharedSections, task: Task, { library, queries }: Measured) {
  const search = searchOf(task);
  const timed = Array.from({ length: queries + warmUps }, (_, seed) => {
    const query = queryOf(task, { library, tracks: sections.size }, seed);
    const [started, used] = [performance.now(), process.cpuUsage()];
    sections.search(query, search);
    const { user, system } = process.cpuUsage(used);
    return { clock: performance.now() - started, thread: (user + system) / 1000 / threads };
  }).slice(warmUps);
  const clocks = timed.map(({ clock }) => clock);
  return {
    medianMs: rounded(median(clocks)),
    worstMs: rounded(Math.max(...clocks)),
    threadMs: rounded(median(timed.map(({ thread }) => thread))),
  };
}

interface Measured {
  library: SectionLibrary;
  queries: number;
}

const tasks: Task[] = (Object.keys(blends) as Mode[]).flatMap((mode) =>
  (Object.keys(sectionQueries) as Kind[]).flatMap((query) =>
    tolerances.map((tolerance) => ({ mode, query, tolerance })),
  ),
);

/** The plain search against the kernel on the same few tracks and one thread. */
function comparePlain(library: SectionLibrary, mode: Mode) {
  const plain = new PlainSections();
  const shared = new SharedSections(kernel, { threads: 1 });
  for (let trackId = 0; trackId < plainTracks; trackId++) {
    [plain, shared].forEach((sections) => sections.set(trackId, library.curve(trackId)));
  }
  const task: Task = { mode, query: 'drawn', tolerance: 1 };
  const answers = [plain, shared].map((sections) =>
    Array.from({ length: plainQueries + 1 }, (_, seed) => {
      const query = queryOf(task, { library, tracks: plainTracks }, seed);
      const started = performance.now();
      const found = sections.search(query, searchOf(task));
      return { found: JSON.stringify(found), ms: performance.now() - started };
    }).slice(1),
  );
  const [plainMs, kernelMs] = answers.map((each) => median(each.map(({ ms }) => ms)));
  const same = answers[0].filter(({ found }, place) => found === answers[1][place].found).length;
  return {
    spread: library.name,
    mode,
    plainMs: rounded(plainMs),
    kernelMs: rounded(kernelMs, 2),
    ratio: rounded(plainMs / kernelMs),
    sameAnswers: `${same} of ${plainQueries}`,
  };
}

const load = () => loadavg().map((value) => rounded(value));
const loadBefore = load();
const [tracks = 20_000, queries = 20] = process.argv.slice(2).map(Number);
const rows = [];
for (const library of sectionLibraries) {
  const sections = new SharedSections(kernel, { threads });
  for (let trackId = 0; trackId < tracks; trackId++) sections.set(trackId, library.curve(trackId));
  while (sections.threads < threads) await new Promise((resolve) => setTimeout(resolve, 10));
  for (const task of tasks) {
    const { tolerance, ...asked } = task;
    const figures = measure(sections, task, { library, queries });
    const row = { spread: library.name, ...asked, toleranceSeconds: tolerance / 2, ...figures };
    rows.push(row);
    console.error(Object.values(row).join(', '));
  }
  await sections.close();
}
console.log(
  `ten nearest places for a weighted cue of 90 s in ${tracks} tracks, ${queries} queries each, ${threads} threads`,
);
console.table(rows);
const plain = sectionLibraries.flatMap((library) =>
  (Object.keys(blends) as Mode[]).map((mode) => comparePlain(library, mode)),
);
console.log(`the plain search and the kernel on ${plainTracks} tracks, one thread`);
console.table(plain);
const within = rows.filter(({ medianMs }) => medianMs < targetMs).length;
console.log(`median under ${targetMs} ms in ${within} of ${rows.length} rows`);
console.log(`load average before ${loadBefore.join(', ')}, after ${load().join(', ')}`);
