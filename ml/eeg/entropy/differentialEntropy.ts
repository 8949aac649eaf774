import type { PassBand } from '../cleaning/firTaps';
import type { EegSignal, EntropyPlan, EntropySteps, EntropyWindows } from '../eegSignal';
import type { BandVariances } from './bandVariances';
import { filterBankVariances } from './filterBankVariances';
import { judgeBands } from './judgeBands';
import { stepGrid, type StepGrid } from './stepGrid';
import { stftVariances } from './stftVariances';

const methods: Record<EntropyPlan['method'], BandVariances> = {
  stft: stftVariances,
  'filter-bank': filterBankVariances,
};

/** Microvolts squared under which a band counts as empty: far below the noise of any amplifier. */
const leastVariance = 1e-12;

/** What else is known of a signal. */
export interface SignalHistory {
  /** All filters it ran through (`narrowestPassBand`); none where nothing is told. */
  passed?: PassBand;
  /** Stretches that artefact rejection dropped. */
  rejected?: readonly { startSeconds: number; endSeconds: number }[];
}

/**
 * Differential entropy of normally distributed signals, 0.5 ln(2 pi e s^2), of each band in each step of each window:
 * 1.418939 nats at a variance of one microvolt squared (Duan et al. 2013). A window is rejected that a dropped stretch
 * touches, or in which a band of a channel is empty (its entropy is then that of 1e-12).
 *
 * @throws RangeError where a band lies outside of what the signal holds, or windows, steps and hop do not fit
 */
export function differentialEntropy(
  signal: EegSignal,
  plan: EntropyPlan,
  history: SignalHistory = {},
): EntropyWindows {
  return entropyWindows(entropySteps(signal, plan, history));
}

/** Differential entropy as `differentialEntropy` has it, for signals of hours: what windows share is there but once. */
export function entropySteps(
  signal: EegSignal,
  plan: EntropyPlan,
  { passed = { highPassHz: null, lowPassHz: null }, rejected = [] }: SignalHistory = {},
): EntropySteps {
  const outside = judgeBands(plan.bands, signal.rateHz, passed).find(({ verdict }) => verdict === 'outside');
  if (outside) throw new RangeError(`invalid band: ${outside.words}`);
  const grid = stepGrid(plan, signal.rateHz, signal.samples[0]?.length ?? 0);
  const rows = methods[plan.method](signal, plan.bands, grid);
  for (let at = 0; at < rows.length; at++) rows[at] = entropyOf(rows[at]);
  const startSeconds = Float64Array.from({ length: grid.windows }, (_, window) => window * plan.hopSeconds);
  const steps: EntropySteps = {
    channels: [...signal.channels],
    bands: plan.bands.map(({ name }) => name),
    startSeconds,
    steps: grid.steps,
    rows,
    places: grid.places,
    rejected: Uint8Array.from(startSeconds, (start) =>
      Number(
        rejected.some((each) => each.startSeconds < start + plan.windowSeconds && each.endSeconds > start),
      ),
    ),
  };
  rejectEmpty(steps);
  return steps;
}

/** All steps of all windows, one behind the other. */
export function entropyWindows({ rows, places, ...windows }: EntropySteps): EntropyWindows {
  const width = windows.channels.length * windows.bands.length;
  return { ...windows, values: laidOut(rows, width, { places }) };
}

/** Differential entropy of a variance in microvolts squared, in nats. */
export const entropyOf = (variance: number): number =>
  0.5 * Math.log(2 * Math.PI * Math.E * Math.max(variance, leastVariance));

/** The rows of all different steps, in the order of windows. */
export function laidOut(
  rows: Float32Array,
  width: number,
  { places }: Pick<StepGrid, 'places'>,
): Float32Array {
  const values = new Float32Array(places.length * width);
  places.forEach((place, at) => values.set(rows.subarray(place * width, (place + 1) * width), at * width));
  return values;
}

function rejectEmpty({ channels, bands, rows, places, steps, rejected }: EntropySteps): void {
  const width = channels.length * bands.length;
  const least = Math.fround(entropyOf(0));
  const isEmpty = new Uint8Array(width === 0 ? 0 : rows.length / width);
  for (let at = rows.indexOf(least); at >= 0; at = rows.indexOf(least, at + 1))
    isEmpty[Math.floor(at / width)] = 1;
  places.forEach((place, at) => {
    if (isEmpty[place] === 1) rejected[Math.floor(at / steps)] = 1;
  });
}
