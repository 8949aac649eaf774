import { median } from '../../statistics/quantile';
import { noise } from '../testing/referenceSignals.testing';
import { Cochleogram, cochlearChannels } from './cochleogram';
import { cochlearRateHz, constantQFilters } from './constantQFilters';
import { plainCochlea } from './testing/plainCochlea.testing';

/*
 * `npm run bench -- cochleogram`: how many seconds of sound a cochleogram takes in a second of processor time, in
 * WebAssembly and by its plain twin; the median of the rounds after one of warming up. The last line is JSON.
 */

const rounds = 5;
const seconds = 4.096;
const sound = noise(seconds * cochlearRateHz);
const filters = constantQFilters(cochlearChannels + 1);
const stages = {
  hairCell: { slope: 10, decay: Math.exp(-1 / 8) },
  integratorDecay: Math.exp(-1 / 128),
  frameLength: 128,
};

function timesRealTime(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return seconds / ((user + system) / 1e6);
}

const cochleogram = new Cochleogram();
const times = Array.from({ length: rounds + 1 }, () => [
  timesRealTime(() => cochleogram.push(sound)),
  timesRealTime(() => plainCochlea(filters, stages, sound)),
]).slice(1);
const [kernel, twin] = [0, 1].map((side) => Number(median(times.map((round) => round[side])).toFixed(1)));
console.log(`Times real time: ${kernel} in WebAssembly, ${twin} by the plain twin`);
console.log(JSON.stringify({ kernelTimesRealTime: kernel, ratio: Number((kernel / twin).toFixed(2)) }));
