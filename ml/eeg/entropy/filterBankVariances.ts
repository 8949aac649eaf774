import { bandPassTaps } from '../cleaning/firTaps';
import { ZeroPhaseFir } from '../cleaning/zeroPhaseFir';
import type { EegBand, EegSignal } from '../eegSignal';
import type { StepGrid } from './stepGrid';

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
  bands.forEach((band, bandPlace) => {
    const taps = tapsOf(band, signal.rateHz);
    for (let channel = 0; channel < channels; channel += 2) {
      const pair = signal.samples.slice(channel, channel + 2);
      filteredBy(taps, pair).forEach((samples, part) =>
        starts.forEach((start, step) => {
          const at = (step * channels + channel + part) * bands.length + bandPlace;
          variances[at] = meanSquare(samples, start, start + stepSamples);
        }),
      );
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

function filteredBy(taps: Float64Array, signals: readonly Float32Array[]): Float64Array[] {
  const fir = new ZeroPhaseFir(taps, signals.length);
  const early = fir.push(signals.map((samples) => Float64Array.from(samples)));
  const late = fir.end();
  return early.map((samples, index) => {
    const whole = new Float64Array(samples.length + late[index].length);
    whole.set(samples);
    whole.set(late[index], samples.length);
    return whole;
  });
}

function meanSquare(samples: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += samples[at] ** 2;
  return sum / (to - from);
}
