import { bandPassTaps } from '../cleaning/firTaps';
import { ZeroPhaseFir } from '../cleaning/zeroPhaseFir';
import type { EegBand, EegSignal } from '../eegSignal';
import type { StepGrid } from './stepGrid';

/** Samples filtered at once. */
const blockLength = 16_384;

/**
 * The variance of each band in each step by a band-pass of zero phase over the whole signal (MNE-Python's defaults): the
 * mean square of what passes, which has no mean.
 *
 * @returns [step, channel, band], microvolts squared
 */
export function filterBankVariances(
  signal: EegSignal,
  bands: readonly EegBand[],
  { starts, stepSamples }: StepGrid,
): Float32Array {
  const channels = signal.samples.length;
  const variances = new Float32Array(starts.length * channels * bands.length);
  const passed = signal.samples.slice(0, 2).map(({ length }) => new Float64Array(length));
  bands.forEach((band, bandPlace) => {
    const taps = tapsOf(band, signal.rateHz);
    for (let channel = 0; channel < channels; channel += 2) {
      const pair = signal.samples.slice(channel, channel + 2);
      filterInto(passed, taps, pair);
      for (let part = 0; part < pair.length; part++)
        starts.forEach((start, step) => {
          const at = (step * channels + channel + part) * bands.length + bandPlace;
          variances[at] = meanSquare(passed[part], start, start + stepSamples);
        });
    }
  });
  return variances;
}

/** A band that begins at 0 or ends at half the rate has no edge there. */
function tapsOf({ fromHz, toHz }: EegBand, rateHz: number): Float64Array {
  return bandPassTaps(rateHz, {
    highPassHz: fromHz > 0 ? fromHz : null,
    lowPassHz: toHz < rateHz / 2 ? toHz : null,
  });
}

/** Filters signals by blocks, so that memory holds little beside what passes. */
function filterInto(
  passed: readonly Float64Array[],
  taps: Float64Array,
  signals: readonly Float32Array[],
): void {
  const fir = new ZeroPhaseFir(taps, signals.length);
  let filled = 0;
  const keep = (made: readonly Float64Array[]) => {
    made.forEach((samples, index) => passed[index].set(samples, filled));
    filled += made[0].length;
  };
  for (let from = 0; from < signals[0].length; from += blockLength)
    keep(fir.push(signals.map((samples) => Float64Array.from(samples.subarray(from, from + blockLength)))));
  keep(fir.end());
}

function meanSquare(samples: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += samples[at] ** 2;
  return sum / (to - from);
}
