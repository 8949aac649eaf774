import { median, quantile } from '@/ml/statistics/quantile';
import type { EegSignal } from '../eegSignal';
import type { BadChannelLimits } from './cleaningPlan';

/** What tells a bad channel, measured second by second. */
export interface ChannelMeasures {
  /** Microvolts, the median of its seconds' standard deviations. */
  amplitude: number;
  /** The share of its seconds without another channel that is correlated enough. */
  lonely: number;
}

/** The share of whole seconds in which each channel is flat; of a signal under a second, of all there is. */
export function flatShares({ rateHz, samples }: EegSignal, flatMicrovolts: number): number[] {
  const seconds = secondsOf(samples[0]?.length ?? 0, rateHz);
  const deviations = new Float64Array(seconds.length);
  return samples.map((channel) => {
    for (let second = 0; second < seconds.length; second++)
      deviations[second] = deviationOf(channel, seconds[second]);
    return shareOf(deviations, (deviation) => deviation < flatMicrovolts);
  });
}

/**
 * Amplitude and loneliness of channels about the median of all of them, sample by sample: a reference that a few bad
 * channels do not move.
 */
export function channelMeasures(signal: EegSignal, limits: BadChannelLimits): ChannelMeasures[] {
  const seconds = secondsOf(signal.samples[0].length, signal.rateHz);
  const length = seconds.length > 0 ? seconds[0][1] : 0;
  const centred = signal.samples.map(() => new Float64Array(length));
  const [deviations, partners] = [0, 1].map(() => signal.samples.map(() => new Float64Array(seconds.length)));
  for (const [second, [from]] of seconds.entries()) {
    aboutMedian(signal.samples, from, centred);
    centred.forEach((samples, channel) => (deviations[channel][second] = standardised(samples)));
    largestCorrelations(centred).forEach((size, channel) => (partners[channel][second] = size));
  }
  return deviations.map((each, channel) => ({
    amplitude: median(each),
    lonely: shareOf(partners[channel], (correlation) => correlation < limits.correlation),
  }));
}

/** Whole seconds as first and last sample, or all of a shorter signal. */
function secondsOf(samples: number, rateHz: number): [from: number, to: number][] {
  const length = Math.min(samples, Math.round(rateHz));
  const count = length === 0 ? 0 : Math.floor(samples / length);
  return Array.from({ length: count }, (_, second) => [second * length, (second + 1) * length]);
}

const shareOf = (values: Float64Array, is: (value: number) => boolean): number =>
  values.length === 0 ? 0 : values.filter(is).length / values.length;

function deviationOf(samples: Float32Array, [from, to]: readonly [from: number, to: number]): number {
  let [sum, squares] = [0, 0];
  for (let at = from; at < to; at++) sum += samples[at];
  const mean = sum / (to - from);
  for (let at = from; at < to; at++) squares += (samples[at] - mean) ** 2;
  return Math.sqrt(squares / (to - from));
}

/** Writes a stretch of channels from a sample on, less the median of all of them, [channel][sample]. */
function aboutMedian(
  channels: readonly Float32Array[],
  from: number,
  centred: readonly Float64Array[],
): void {
  const values = new Float64Array(channels.length);
  for (let at = 0; at < centred[0].length; at++) {
    for (let channel = 0; channel < channels.length; channel++)
      values[channel] = channels[channel][from + at];
    const middle = quantile(values.sort(), 0.5);
    for (let channel = 0; channel < channels.length; channel++)
      centred[channel][at] = channels[channel][from + at] - middle;
  }
}

/** Brings a channel to mean 0 and length 1 in place, or to zeros; returns the standard deviation that it had. */
function standardised(channel: Float64Array): number {
  let [sum, squares] = [0, 0];
  for (const value of channel) sum += value;
  const mean = sum / channel.length;
  for (let at = 0; at < channel.length; at++) {
    channel[at] -= mean;
    squares += channel[at] ** 2;
  }
  const size = Math.sqrt(squares);
  for (let at = 0; at < channel.length; at++) channel[at] = size > 0 ? channel[at] / size : 0;
  return size / Math.sqrt(channel.length);
}

/** Of each standardised channel the largest size of its correlations with the others. */
function largestCorrelations(channels: readonly Float64Array[]): Float64Array {
  const largest = new Float64Array(channels.length);
  for (let one = 0; one < channels.length; one++)
    for (let other = 0; other < one; other++) {
      const size = Math.abs(innerProduct(channels[one], channels[other]));
      largest[one] = Math.max(largest[one], size);
      largest[other] = Math.max(largest[other], size);
    }
  return largest;
}

function innerProduct(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at] * other[at];
  return sum;
}
