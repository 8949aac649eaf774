import { type DoubleMatrix, doubleColumnOf, doubleRowOf, doubleZeros } from '../../../linear/doubleMatrix';
import { standardNormal } from '../../../normal';
import { createRandom } from '../../../random';
import { mean } from '../../../statistics/mean';
import type { EegBand } from '../../eegSignal';
import { eegGenerators } from '../eegGenerators';
import { bandShares, type Spectrum } from '../eegSpectra';
import type { SimulatedEeg } from '../simulateEeg';
import {
  amplifierMicrovolts,
  backgroundMicrovolts,
  backgroundSpectrum,
  rhythmSpectrum,
} from '../sourceSpectra';
import { levelHopSeconds, type Listening, sourceLevels } from '../sourceLevels';

/** What is measured of a trial: bands, in steps of one length. */
export interface StepPlan {
  bands: readonly EegBand[];
  stepSeconds: number;
  /** [step], from the beginning of the track. */
  startSeconds: Float64Array;
}

/** A part of a band so narrow that a step tells two independent numbers of it. */
interface NarrowBand {
  band: number;
  /** Standard deviations in microvolts, of the background and of the generators that it holds, at their usual levels. */
  background: number;
  generators: { generator: number; microvolts: number }[];
}

/**
 * The energy of a trial by step, channel and band, in squared microvolts against the average of all channels, with the
 * chance in it that a step under Hann's window leaves: in each part of a band that is narrow enough, every source gives a
 * complex Gaussian number, which the electrodes mix. Steps do not know each other beyond what levels do, which is nearly
 * true of spectra of steps that overlap by a half (their powers correlate by .03: Welch 1967).
 *
 * @returns [steps, channels * bands], channel * bands + band
 */
export function stepEnergies(eeg: SimulatedEeg, listening: Listening, plan: StepPlan): DoubleMatrix {
  const { traits, mixing } = eeg.participants[listening.participant];
  const random = createRandom(
    eeg.plan.seed,
    `energies of ${traits.name} in ${eeg.tracks[listening.track].name}`,
  );
  const narrow = narrowBands(eeg, listening.participant, plan);
  const amplitudes = stepAmplitudes(eeg, listening, plan);
  const [background, generators] = [mixing.background, mixing.generators].map(averageReferenced);
  const channels = mixing.background.rows;
  const energies = amplifierEnergies(plan, channels, eeg.plan.rateHz);
  const electrodes = new Float64Array(channels);
  for (let step = 0; step < energies.rows; step++) {
    const row = doubleRowOf(energies, step);
    for (const own of narrow)
      for (let part = 0; part < 2; part++) {
        electrodes.fill(0);
        for (const reached of background)
          addScaled(electrodes, reached, own.background * standardNormal(random));
        for (const { generator, microvolts } of own.generators) {
          const height = microvolts * amplitudes[generator][step];
          addScaled(electrodes, generators[generator], height * standardNormal(random));
        }
        addSquares(row, electrodes, { band: own.band, bands: plan.bands.length });
      }
  }
  return energies;
}

function addScaled(sum: Float64Array, vector: Float64Array, scale: number): void {
  for (let at = 0; at < sum.length; at++) sum[at] += scale * vector[at];
}

/** Half of the variance of a complex number lies in either part. */
function addSquares(
  row: Float64Array,
  electrodes: Float64Array,
  { band, bands }: { band: number; bands: number },
): void {
  for (let channel = 0; channel < electrodes.length; channel++)
    row[channel * bands + band] += electrodes[channel] ** 2 / 2;
}

/** What each source gives to the electrodes against the average of all: [source][channel]. */
function averageReferenced(mixing: DoubleMatrix): Float64Array[] {
  return Array.from({ length: mixing.columns }, (_, source) => {
    const reached = doubleColumnOf(mixing, source);
    const average = mean(reached);
    return reached.map((value) => value - average);
  });
}

function narrowBands(eeg: SimulatedEeg, participant: number, cut: StepPlan): NarrowBand[] {
  const { traits } = eeg.participants[participant];
  const parts = cut.bands.flatMap((band, index) =>
    partsOf(band, cut.stepSeconds).map((part) => ({ ...part, band: index })),
  );
  const levelsOf = (spectrum: Spectrum, microvolts: number) =>
    bandShares(spectrum, parts, eeg.plan.rateHz).map((share) => microvolts * Math.sqrt(share));
  const background = levelsOf(backgroundSpectrum(traits), backgroundMicrovolts(traits));
  const generators = eegGenerators.map(({ rhythm, microvolts }) =>
    levelsOf(rhythmSpectrum(rhythm, traits), microvolts),
  );
  return parts.map(({ band }, part) => ({
    band,
    background: background[part],
    generators: generators
      .map((levels, generator) => ({ generator, microvolts: levels[part] }))
      .filter(({ microvolts }) => microvolts > negligibleMicrovolts),
  }));
}

/**
 * How many independent complex numbers the power in neighbouring bins under Hann's window is worth, by the variance of
 * their sum: powers of neighbours correlate by 4/9, of second neighbours by 1/36 (Harris 1978).
 */
function independentNumbers(bins: number): number {
  const variance = bins + (8 / 9) * Math.max(0, bins - 1) + (1 / 18) * Math.max(0, bins - 2);
  return Math.max(1, (bins * bins) / variance);
}

/**
 * A band cut into parts that together are worth as many independent numbers: m of one width and a narrower one of x of
 * it, (m + x)^2 / (m + x^2) in all. It begins and ends half a bin lower than it says: its bins, of which the upper edge is
 * none, reach half a bin to either side.
 */
function partsOf({ fromHz, toHz }: EegBand, stepSeconds: number) {
  const worth = independentNumbers((toHz - fromHz) * stepSeconds);
  const equal = Math.floor(worth);
  const narrower = worth === 1 ? 0 : (equal - Math.sqrt(equal * worth * (equal + 1 - worth))) / (worth - 1);
  const width = (toHz - fromHz) / (equal + narrower);
  const first = Math.max(0, fromHz - 0.5 / stepSeconds);
  const edges = Array.from({ length: equal + 1 }, (_, edge) => first + edge * width);
  if (narrower > 1e-9) edges.push(first + toHz - fromHz);
  return edges.slice(1).map((edge, part) => ({ fromHz: edges[part], toHz: edge }));
}

/** Below it a rhythm is not in a part of a band. */
const negligibleMicrovolts = 0.01;

/** Amplitudes of generators relative to the usual, in root mean square over each step: [generator][step]. */
function stepAmplitudes(
  eeg: SimulatedEeg,
  listening: Listening,
  { stepSeconds, startSeconds }: StepPlan,
): Float64Array[] {
  const hops = Math.max(1, Math.round(stepSeconds / levelHopSeconds));
  return sourceLevels(eeg, listening).map((levels) =>
    startSeconds.map((start) => {
      const first = Math.round((eeg.plan.restSeconds + start) / levelHopSeconds);
      let [power, weight] = [0, 0];
      for (let hop = 0; hop < hops; hop++) {
        // Of Hann's window in the middle of the hop, by which power is weighted.
        const own = Math.sin((Math.PI * (hop + 0.5)) / hops) ** 4;
        const level = (levels[first + hop] + levels[first + hop + 1]) / 2;
        power += own * Math.exp(2 * level);
        weight += own;
      }
      return Math.sqrt(power / weight);
    }),
  );
}

/** The white noise of the amplifier: its mean energy, which is too small for its chance to matter. */
function amplifierEnergies(
  { bands, startSeconds }: StepPlan,
  channels: number,
  rateHz: number,
): DoubleMatrix {
  const energies = doubleZeros(startSeconds.length, channels * bands.length);
  energies.values.forEach((_, at) => {
    const { fromHz, toHz } = bands[at % bands.length];
    energies.values[at] = (amplifierMicrovolts ** 2 * (toHz - fromHz)) / (rateHz / 2);
  });
  return energies;
}
