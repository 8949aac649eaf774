import { parseArgs } from 'node:util';
import { type Dimension, dimensions } from '../../../affect/dimension';
import { doubleColumnOf } from '../../../linear/doubleMatrix';
import { correlation } from '../../../statistics/correlation';
import { mean } from '../../../statistics/mean';
import { entropyPlans } from '../../entropy/entropyPlans';
import { demoTracks } from '../demoTracks';
import { defaultEegSimulation } from '../eegSimulationPlan';
import { type SimulatedEeg, simulateEeg } from '../simulateEeg';
import { decodeHeldOut } from '../testing/linearDecoding.testing';
import { heardWindows, meanEntropies, trackMeans, type Windows } from '../testing/meanEntropies.testing';
import { simulatedEmbedding } from './simulatedEmbedding';

/*
 * `npm run bench -- eegFeatures [--seeds 3] [--strength 0 --strength 0.25 ...] [--participants 8] [--fingerprint 0]`: how large
 * what is planted is. For each strength: how often a linear decoder within participants tells tracks above 5 by the raters'
 * mean from others, by window and by track, with tracks left out, and (a leak: neighbours of a window are known, so that
 * whatever marks a trial is) with windows left out; the largest correlation over features between a track's mean
 * differential entropy and its rating, and with ratings in another order; and what the embedding tells. The last line is
 * JSON.
 */

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    participants: { type: 'string', default: '8' },
    fingerprint: { type: 'string', default: '0' },
    strength: { type: 'string', multiple: true, default: ['0', '0.25', '0.5', '1'] },
  },
});

/** Windows for a linear decoder need not overlap. */
const plan = { ...entropyPlans.default, hopSeconds: 5 };
const folds = 6;

const studyOf = (effectStrength: number, seed: number): SimulatedEeg =>
  simulateEeg(demoTracks(), {
    ...defaultEegSimulation,
    participants: Number(values.participants),
    fingerprintStrength: Number(values.fingerprint),
    effectStrength,
    seed,
  });

/** The largest correlation, in size, of a feature's mean over a track with a rating of the track. */
function largestCorrelation(windows: Windows, ratings: number[]): number {
  const means = trackMeans(windows);
  const columns = Array.from({ length: means.columns }, (_, column) => doubleColumnOf(means, column));
  return Math.max(...columns.map((column) => Math.abs(correlation(column, ratings) ?? 0)));
}

/** What is found in one participant, and of the music. */
async function found(eeg: SimulatedEeg, windows: { own: Windows; heard: Windows }, dimension: Dimension) {
  const ratings = eeg.raterMeans.map((point) => point[dimension]);
  const isHigh = ratings.map((rating) => rating > 5);
  const tracksOut = await decodeHeldOut({ ...windows.own, isHigh }, { folds, by: 'track' });
  const windowsOut = await decodeHeldOut({ ...windows.own, isHigh }, { folds, by: 'window' });
  const music = await decodeHeldOut({ ...windows.heard, isHigh }, { folds, by: 'track' });
  return {
    windowAccuracy: tracksOut.windows,
    trackAccuracy: tracksOut.tracks,
    leakedAccuracy: windowsOut.windows,
    largestCorrelation: largestCorrelation(windows.own, ratings),
    inAnotherOrder: largestCorrelation(windows.own, ratings.toReversed()),
    musicAccuracy: music.windows,
  };
}

type Found = Awaited<ReturnType<typeof found>>;

async function measure(strength: number): Promise<Record<Dimension, Found[]>> {
  const all: Record<Dimension, Found[]> = { valence: [], arousal: [] };
  for (let seed = 1; seed <= Number(values.seeds); seed++) {
    const eeg = studyOf(strength, seed);
    const heard = heardWindows(eeg, simulatedEmbedding(eeg.tracks, seed), plan);
    for (const participant of eeg.participants.keys()) {
      const own = meanEntropies(eeg, participant, plan);
      for (const dimension of dimensions) all[dimension].push(await found(eeg, { own, heard }, dimension));
    }
  }
  return all;
}

const results: Record<string, string | number>[] = [];
for (const strength of values.strength.map(Number)) {
  const all = await measure(strength);
  for (const dimension of dimensions) {
    const names = Object.keys(all[dimension][0]) as (keyof Found)[];
    const means = names.map((name) => [
      name,
      Number(mean(all[dimension].map((each) => each[name])).toFixed(3)),
    ]);
    results.push({ strength, dimension, ...(Object.fromEntries(means) as Found) });
    console.error(JSON.stringify(results.at(-1)));
  }
}
console.table(results);
console.log(JSON.stringify(results));
