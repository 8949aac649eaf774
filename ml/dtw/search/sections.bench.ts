import { loadavg } from 'node:os';
import {
  measuredSpreads,
  sectionLibraries,
  type SectionLibrary,
  sectionQueries,
  trackPoints,
} from '../testing/benchSections.testing';
import { kernelModule } from '../shared/kernelModule';
import { PlainSections } from '../plain/plainSections';
import { type SectionSearch } from '../sections';
import { sequenceOf } from '../sequence';
import { SharedSections } from '../shared/sharedSections';
import { median } from '../../statistics/quantile';

/*
 * `npm run bench -- sections [TRACKS [QUERIES]]`: the ten nearest sections of tracks of 300 s, in level and in shape, to
 * every kind of query; drawings of 32 s with their duration (0.8 to 1.25 times as long), of 32 s with any from half to
 * twice that, and of 120 s; on one thread and on two; and the plain search on fewer tracks, scaled to as many. Takes a
 * quarter of an hour; each row is told as it is measured.
 */

const kernel = kernelModule('sections')!;
const modes = { level: 0, shape: 1 } as const;
const given = { min: 0.8, max: 1.25 };
const free = { min: 0.5, max: 2 };
const warmUps = 3;
const plainTracks = 100;
const plainQueries = 3;

type Mode = keyof typeof modes;
type Kind = keyof typeof sectionQueries;

/** One search many times: what is drawn, how it is compared, and on how many threads. */
interface Task {
  mode: Mode;
  query: Kind;
  points: number;
  duration: 'given' | 'free';
  threads: number;
}

interface Row extends Task {
  spread: SectionLibrary['name'];
  medianMs: number;
  worstMs: number;
}

const rounded = (value: number, digits = 1) => Number(value.toFixed(digits));
const searchOf = ({ mode, duration }: Pick<Task, 'mode' | 'duration'>): SectionSearch => ({
  comparison: { blend: modes[mode], weights: { valence: 1, arousal: 1 } },
  band: 0.1,
  limit: 10,
  lengthRatio: duration === 'given' ? given : free,
});

/** Milliseconds of each search but the first few. */
function timesOf(
  sections: SharedSections | PlainSections,
  library: SectionLibrary,
  { queries, ...task }: Omit<Task, 'threads'> & { queries: number },
): number[] {
  const search = searchOf(task);
  const drawing = { library, tracks: sections.size, points: task.points };
  const times = Array.from({ length: queries + warmUps }, (_, seed) => {
    const query = sequenceOf(sectionQueries[task.query](drawing, seed), search.comparison);
    const started = performance.now();
    sections.search(query, search);
    return performance.now() - started;
  });
  return times.slice(warmUps);
}

function tasksFor(threads: number): Task[] {
  const main = (Object.keys(modes) as Mode[]).flatMap((mode) =>
    (Object.keys(sectionQueries) as Kind[]).map((query) => ({ mode, query })),
  );
  const drawn = main.filter(({ query }) => query === 'drawn');
  return [
    ...main.map((task): Task => ({ ...task, points: 64, duration: 'given', threads })),
    ...drawn.map((task): Task => ({ ...task, points: 64, duration: 'free', threads })),
    ...drawn.map((task): Task => ({ ...task, points: 240, duration: 'given', threads })),
  ];
}

async function measure(library: SectionLibrary, { tracks, queries }: { tracks: number; queries: number }) {
  const rows: Row[] = [];
  let bytes = 0;
  for (const threads of [1, 2]) {
    const sections = new SharedSections(kernel, { threads });
    for (let trackId = 0; trackId < tracks; trackId++) sections.set(trackId, library.curve(trackId));
    bytes = sections.bytes / tracks;
    while (sections.threads < threads) await new Promise((resolve) => setTimeout(resolve, 10));
    for (const task of tasksFor(threads)) {
      const times = timesOf(sections, library, { ...task, queries });
      const figures = { medianMs: rounded(median(times)), worstMs: rounded(Math.max(...times)) };
      const row = { spread: library.name, ...task, ...figures };
      rows.push(row);
      console.error(Object.values(row).join(', '));
    }
    await sections.close();
  }
  return { rows, bytesPerTrack: Math.round(bytes) };
}

/** The plain search against the kernel on the same few tracks, one thread: milliseconds, and whether they agree. */
function comparePlain(library: SectionLibrary, mode: Mode) {
  const plain = new PlainSections();
  const shared = new SharedSections(kernel, { threads: 1 });
  for (let trackId = 0; trackId < plainTracks; trackId++) {
    [plain, shared].forEach((sections) => sections.set(trackId, library.curve(trackId)));
  }
  const task = { mode, query: 'drawn', points: 64, duration: 'given' } as const;
  const search = searchOf(task);
  const drawing = { library, tracks: plainTracks, points: task.points };
  const agree = Array.from({ length: plainQueries }, (_, seed) => {
    const query = sequenceOf(sectionQueries.drawn(drawing, seed), search.comparison);
    return JSON.stringify(plain.search(query, search)) === JSON.stringify(shared.search(query, search));
  });
  return {
    spread: library.name,
    mode,
    plainMs: rounded(median(timesOf(plain, library, { ...task, queries: plainQueries }))),
    sameAnswers: `${agree.filter(Boolean).length} of ${plainQueries}`,
  };
}

const load = () => loadavg().map((value) => rounded(value));
const loadBefore = load();
const [tracks = 20_000, queries = 20] = process.argv.slice(2).map(Number);
const spreads = sectionLibraries.map((library) => {
  const { within, withinStretch, between } = measuredSpreads(library, 64);
  const figures = { within, 'within 32 s': withinStretch, between };
  const entries = Object.entries(figures).map(([name, value]) => [name, rounded(value, 3)]);
  return { spread: library.name, ...(Object.fromEntries(entries) as Record<keyof typeof figures, number>) };
});
console.log(`standard deviations, tracks of ${trackPoints} points`);
console.table(spreads);

const measured = [];
for (const library of sectionLibraries) measured.push(await measure(library, { tracks, queries }));
const rows = measured.flatMap((each) => each.rows);
console.log(`ten nearest sections of ${tracks} tracks, ${queries} queries each`);
console.table(rows);

const modeNames = Object.keys(modes) as Mode[];
const plain = sectionLibraries
  .flatMap((library) => modeNames.map((mode) => comparePlain(library, mode)))
  .map((row) => {
    const same = rows.find(
      ({ spread, mode, query, points, duration, threads }) =>
        spread === row.spread &&
        mode === row.mode &&
        query === 'drawn' &&
        points === 64 &&
        duration === 'given' &&
        threads === 1,
    )!;
    const scaledMs = Math.round((row.plainMs * tracks) / plainTracks);
    return { ...row, scaledMs, kernelMs: same.medianMs, ratio: Math.round(scaledMs / same.medianMs) };
  });
console.log(`the plain search on ${plainTracks} tracks, drawn queries of 64 points, scaled to ${tracks}`);
console.table(plain);
console.log(`load average before ${loadBefore.join(', ')}, after ${load().join(', ')}`);
const bytesPerTrack = measured[0].bytesPerTrack;
console.log(
  JSON.stringify({ tracks, queries, spreads, rows, plain, bytesPerTrack, loadBefore, loadAfter: load() }),
);
