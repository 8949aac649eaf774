import { loadavg } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { squareBand } from '../band';
import {
  type BenchLibrary,
  benchLibraries,
  measuredSpread,
  queryKinds,
} from '../testing/benchLibraries.testing';
import { dtwCostTo } from '../plain/dtw';
import { kernelModule } from '../shared/kernelModule';
import { type PeerTimes, peersHint, timePeers } from '../peers/peers.testing';
import { PlainWholeTracks } from '../plain/plainWholeTracks';
import { areRatedCurvesThere, ratedCurvesPath } from '../testing/ratedCurves.testing';
import { type Comparison, sequenceOf } from '../sequence';
import { SharedWholeTracks } from '../shared/sharedWholeTracks';
import { storedLevel } from '../storedLevel';
import { wholeTrackPoints } from '../wholeTracks';
import { WholeTrackMemory } from '../shared/wholeTrackMemory';
import { writeQuery } from '../shared/wholeTrackQuery';
import { median } from '../../statistics/quantile';

/*
 * `npm run bench -- dtw [SIZE …]`: cells of the table a second, in lanes and by whatever else there is, then the ten
 * nearest whole tracks of libraries of each size, in every mode, to every kind of query, on one thread and on two.
 */

const kernel = kernelModule('wholeTracks')!;
const band = 0.1;
const limit = 10;
const radius = Math.round(band * wholeTrackPoints);
const modes = { level: 0, shape: 1 } as const;
const weights = { valence: 1, arousal: 1 };
const noCutoff = 0xffff_ffff;
const peerTracks = 100_000;
const peerQueries = 20;
/** Searches before those that are timed: the first few run in code that is not yet optimised. */
const warmUps = 5;

const rounded = (value: number, digits = 2) => Number(value.toFixed(digits));
const cellsOf = ({ low, high }: ReturnType<typeof squareBand>) =>
  low.reduce((sum, from, index) => sum + high[index] - from + 1, 0);

/** The largest of seven rates, each that of `units` of work: the one that other work on the machine disturbed least. */
function bestRate(units: number, work: () => void): number {
  const rates = Array.from({ length: 7 }, () => {
    const started = performance.now();
    work();
    return (1000 * units) / (performance.now() - started);
  });
  return Math.max(...rates);
}

/** Billions of cells a second: the lanes with their packing, the lanes alone, and the plain twin. */
function kernelRates(library: BenchLibrary, width: number): Record<'packed' | 'lanes' | 'twin', number> {
  const count = 4096;
  const comparison: Comparison = { blend: 0, weights };
  const curves = Array.from({ length: count }, (_, index) => storedLevel(library.curve(index)));
  const memory = new WholeTrackMemory(kernel);
  curves.forEach((curve, trackId) => memory.set(trackId, curve));
  writeQuery(memory, curves[0], { comparison, band: width });
  const slots = memory.words(memory.kernel.scratchOf(0) + memory.numbers.waitingSlotsAt, 4);
  const square = squareBand(wholeTrackPoints, width);
  const cells = cellsOf(square) * count;
  const inLanes = (pack: boolean) => () => {
    for (let slot = 0; slot < count; slot += 4) {
      for (let lane = 0; lane < 4; lane++) slots[lane] = slot + lane;
      if (pack) memory.kernel.packLanes(0);
      memory.kernel.warpPacked(0, noCutoff);
    }
  };
  const sequences = curves.map((curve) => sequenceOf(curve, comparison));
  const costOf = dtwCostTo(sequences[0]);
  const twin = () => sequences.forEach((sequence) => costOf(sequence, square));
  const rate = (work: () => void) => rounded(bestRate(cells, work) / 1e9, 3);
  return { packed: rate(inLanes(true)), lanes: rate(inLanes(false)), twin: rate(twin) };
}

interface SearchRow {
  library: string;
  tracks: number;
  mode: keyof typeof modes;
  query: keyof typeof queryKinds;
  threads: number;
  queries: number;
  medianMs: number;
  worstMs: number;
  /** Time on the processor, of all threads together: what other work on the machine does not lengthen as much. */
  medianCpuMs: number;
  worstCpuMs: number;
  /** Part of the tracks that the bounds left possible, in the mean and at most. */
  warpedPercent: number;
  mostWarpedPercent: number;
}

type Asked = Pick<SearchRow, 'mode' | 'query' | 'threads'> & { tracks: SharedWholeTracks };

function timeSearches(library: BenchLibrary, { tracks, mode, query, threads }: Asked): SearchRow {
  const queries = tracks.size === 100_000 ? 200 : 20;
  const drawings = Array.from({ length: warmUps + queries }, (_, seed) =>
    queryKinds[query](library, tracks.size, seed),
  );
  const times: number[] = [];
  const cpuTimes: number[] = [];
  const warped: number[] = [];
  drawings.forEach((drawing, index) => {
    const cpuStarted = process.cpuUsage();
    const started = performance.now();
    tracks.search(drawing, { comparison: { blend: modes[mode], weights }, band, limit });
    const wall = performance.now() - started;
    const cpu = process.cpuUsage(cpuStarted);
    if (index < warmUps) return;
    times.push(wall);
    cpuTimes.push((cpu.user + cpu.system) / 1000);
    warped.push((100 * tracks.latestWork.warped) / tracks.size);
  });
  return {
    library: library.name,
    tracks: tracks.size,
    mode,
    query,
    threads,
    queries,
    medianMs: rounded(median(times)),
    worstMs: rounded(Math.max(...times)),
    medianCpuMs: rounded(median(cpuTimes)),
    worstCpuMs: rounded(Math.max(...cpuTimes)),
    warpedPercent: rounded(warped.reduce((sum, value) => sum + value) / queries),
    mostWarpedPercent: rounded(Math.max(...warped)),
  };
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** All searches in one library as it grows, and the bytes that a track takes when it is largest. */
async function searchLibrary(library: BenchLibrary, sizes: readonly number[], threads: number) {
  const heapBefore = heapBytes();
  const tracks = new SharedWholeTracks(kernel, { threads });
  const rows: SearchRow[] = [];
  for (const size of sizes) {
    for (let trackId = tracks.size; trackId < size; trackId++) tracks.set(trackId, library.curve(trackId));
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const mode of Object.keys(modes) as (keyof typeof modes)[]) {
      for (const query of Object.keys(queryKinds) as (keyof typeof queryKinds)[]) {
        rows.push(timeSearches(library, { tracks, mode, query, threads }));
      }
    }
  }
  const heap = heapBytes() - heapBefore;
  await tracks.close();
  const perTrack = (bytes: number) => rounded(bytes / tracks.size, 1);
  return { rows, bytesPerTrack: { shared: perTrack(tracks.bytes), heap: perTrack(heap) } };
}

/** The peers on the same tracks and queries as the plain twin and the kernel, all on one thread, level mode. */
function compareWithPeers(library: BenchLibrary) {
  const curves = Array.from({ length: peerTracks }, (_, index) => storedLevel(library.curve(index)));
  const drawings = Array.from({ length: peerQueries }, (_, seed) =>
    queryKinds.drawn(library, peerTracks, seed),
  );
  const peers: PeerTimes = timePeers(curves, drawings, { radius, limit, pairsOf: 400 });
  const plain = new PlainWholeTracks();
  const shared = new SharedWholeTracks(kernel, { threads: 1 });
  for (const tracks of [plain, shared]) curves.forEach((curve, trackId) => tracks.set(trackId, curve));
  const search = { comparison: { blend: 0, weights }, band, limit };
  const timed = (tracks: PlainWholeTracks | SharedWholeTracks) =>
    drawings.map((drawing) => {
      const started = performance.now();
      const matches = tracks.search(drawing, search).map(({ trackId }) => trackId);
      return { milliseconds: performance.now() - started, matches };
    });
  const answers = { kernel: timed(shared), twin: timed(plain), ucr: peers.ucr?.queries };
  const same = (other?: typeof answers.kernel) =>
    other?.filter(({ matches }, index) => String(matches) === String(answers.kernel[index].matches)).length;
  return {
    cellsPerSecond: {
      dtaidistance: peers.dtaidistance?.cellsPerSecond,
      ucr: peers.ucr?.cellsPerSecond,
    },
    medianMs: Object.fromEntries(
      Object.entries(answers).flatMap(([name, times]) =>
        times ? [[name, rounded(median(times.map(({ milliseconds }) => milliseconds)))]] : [],
      ),
    ),
    sameMatches: { twin: same(answers.twin), ucr: same(answers.ucr), of: peerQueries },
  };
}

const load = () => loadavg().map((value) => rounded(value, 1));
const loadBefore = load();
const asked = process.argv.slice(2).map(Number);
const sizes = (asked.length > 0 ? asked : [10_000, 100_000, 1_000_000]).toSorted((a, b) => a - b);
const libraries = benchLibraries();
if (!areRatedCurvesThere()) console.log(`without real curves: ${ratedCurvesPath} is not there`);

const spreads = libraries.map((library) => ({ library: library.name, ...measuredSpread(library) }));
console.log('standard deviation within tracks and between them');
console.table(
  spreads.map(({ library, within, between }) => ({
    library,
    within: rounded(within, 3),
    between: rounded(between, 3),
  })),
);

const rates = { banded: kernelRates(libraries[1], band), full: kernelRates(libraries[1], 1) };
const peers = compareWithPeers(libraries[1]);
const { dtaidistance, ucr } = peers.cellsPerSecond;
console.log(`billions of cells a second, 64 by 64 points, ${libraries[1].name}, one thread`);
console.table({
  'lanes, band 0.1': rates.banded.lanes,
  'lanes and packing, band 0.1': rates.banded.packed,
  'plain twin, band 0.1': rates.banded.twin,
  'lanes, no band': rates.full.lanes,
  'plain twin, no band': rates.full.twin,
  'dtaidistance, band 0.1': dtaidistance ? rounded(dtaidistance / 1e9, 3) : `absent: ${peersHint}`,
  'scalar C in UCR order, band 0.1': ucr ? rounded(ucr / 1e9, 3) : `absent: ${peersHint}`,
});
const ratios = {
  lanesToTwin: rounded(rates.banded.lanes / rates.banded.twin, 1),
  lanesToDtaidistance: dtaidistance && rounded((rates.banded.lanes * 1e9) / dtaidistance, 1),
  lanesToUcr: ucr && rounded((rates.banded.lanes * 1e9) / ucr, 1),
};
console.log(`ratios ${JSON.stringify(ratios)}`);
console.log(`ten nearest of ${peerTracks} drawn, level, one thread: ${JSON.stringify(peers)}`);

const results = [];
for (const library of libraries) {
  for (const threads of [1, 2]) results.push(await searchLibrary(library, sizes, threads));
}
console.table(results.flatMap(({ rows }) => rows));
console.log(
  JSON.stringify({
    load: { before: loadBefore, after: load() },
    spreads,
    rates,
    ratios,
    peers,
    bytesPerTrack: results.at(-1)?.bytesPerTrack,
    searches: results.flatMap(({ rows }) => rows),
  }),
);
