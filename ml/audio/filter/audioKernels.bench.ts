import { FilterKernel, type FilterRun } from './filterKernel';
import { kWeighting } from './kWeighting';
import { KWeightingKernel } from './kWeightingKernel';
import { plainFilter, plainKWeighting } from '../testing/plainKernels.testing';
import { noise } from '../testing/referenceSignals.testing';
import { median } from '../../statistics/quantile';

/*
 * `npm run bench -- audioKernels`: the processor time that the kernels of sound take, and their plain twins: the two
 * filters from 44.1 kHz to 16 kHz, the filter between phases of a shared table, and K-weighting of stereo. Kernel and
 * twin take turns; every figure is the median of the rounds after five of warming up. The last line is JSON; its ratios
 * are how many times less the kernels take.
 */

const rounds = 15;
const warmUps = 5;
/** Samples filtered at once, as in PolyphaseFilter. */
const portion = 4096;
const repeats = 200;

interface Contest {
  kernel: () => void;
  twin: () => void;
}

interface Filter {
  tapsPerRow: number;
  rows: number;
  fromHz: number;
  toHz: number;
}

/** A portion through a filter of so many phases. */
function wholePortion({ tapsPerRow, rows, fromHz, toHz }: Filter): Contest {
  const table = Float32Array.from(noise(rows * tapsPerRow));
  const count = Math.floor((portion * toHz) / fromHz);
  const kernel = new FilterKernel({
    table,
    tapsPerRow,
    mostSamples: portion + tapsPerRow,
    mostOutputs: count,
  });
  kernel.samples.set(noise(kernel.samples.length, 2));
  const rowsOn = (fromHz * rows) / toHz;
  const run = {
    start: 0,
    row: 0,
    count,
    samplesPerOutput: Math.floor(rowsOn / rows),
    rowsPerOutput: rowsOn % rows,
  };
  return {
    kernel: () => kernel.run(run),
    twin: () => plainFilter({ table, tapsPerRow }, kernel.samples, run),
  };
}

/** A portion in runs of two neighbouring rows, which are blended. */
function pairsOfRows({ tapsPerRow, rows }: Pick<Filter, 'tapsPerRow' | 'rows'>): Contest {
  const table = Float32Array.from(noise(rows * tapsPerRow));
  const kernel = new FilterKernel({ table, tapsPerRow, mostSamples: portion + tapsPerRow, mostOutputs: 2 });
  kernel.samples.set(noise(kernel.samples.length, 2));
  const each = (work: (run: FilterRun) => void) => () => {
    for (let start = 0; start < portion; start++) {
      work({ start, row: (start * 7) % (rows - 1), count: 2, samplesPerOutput: 0, rowsPerOutput: 1 });
    }
  };
  return {
    kernel: each((run) => kernel.run(run)),
    twin: each((run) => plainFilter({ table, tapsPerRow }, kernel.samples, run)),
  };
}

function stereoKWeighting(): Contest {
  const { shelf, highPass } = kWeighting(44_100);
  const coefficients = { ...shelf, c1: highPass.a1, c2: highPass.a2, minusTwo: highPass.b1 };
  const kernel = new KWeightingKernel(coefficients);
  const channels = [kernel.left, kernel.right];
  channels.forEach((channel, side) => channel.set(noise(channel.length, side + 1)));
  const states = channels.map(() => new Float64Array(5));
  return {
    kernel: () => kernel.run(kernel.left.length),
    twin: () => channels.forEach((channel, side) => plainKWeighting(coefficients, states[side], channel)),
  };
}

const contests = {
  '44.1 to 32 kHz': wholePortion({ tapsPerRow: 16, rows: 320, fromHz: 44_100, toHz: 32_000 }),
  '32 to 16 kHz': wholePortion({ tapsPerRow: 216, rows: 1, fromHz: 32_000, toHz: 16_000 }),
  'between phases': pairsOfRows({ tapsPerRow: 16, rows: 513 }),
  'K-weighting': stereoKWeighting(),
};

function processorMs(work: () => void): number {
  const start = process.cpuUsage();
  for (let i = 0; i < repeats; i++) work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const rounded = (value: number) => Number(value.toFixed(2));

function measure({ kernel, twin }: Contest): { kernelMs: number; twinMs: number; ratio: number } {
  const times = Array.from({ length: warmUps + rounds }, () => [processorMs(kernel), processorMs(twin)]);
  const [kernelMs, twinMs] = [0, 1].map((side) => median(times.slice(warmUps).map((round) => round[side])));
  return { kernelMs: rounded(kernelMs), twinMs: rounded(twinMs), ratio: rounded(twinMs / kernelMs) };
}

const figures = Object.entries(contests).map(([name, contest]) => ({ name, ...measure(contest) }));
console.log(`Milliseconds of processor time for ${repeats} portions of ${portion} samples`);
console.table(figures);
console.log(JSON.stringify(Object.fromEntries(figures.map(({ name, ratio }) => [name, ratio]))));
