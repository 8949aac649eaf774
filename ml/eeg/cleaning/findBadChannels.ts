import { quantileOf } from '@/ml/statistics/quantile';
import type { EegSignal } from '../eegSignal';
import type { BadChannel } from './cleanedEeg';
import { channelMeasures, flatShares } from './channelMeasures';
import type { BadChannelLimits } from './cleaningPlan';

/** Among fewer channels none can be told from the others, and their average is no reference. */
export const fewestChannels = 8;

/** The robust standard deviation of a normal distribution is this much of its interquartile range. */
const normalShare = 0.7413;

/** Less is as good as nothing, and has a logarithm. */
const leastMicrovolts = 1e-6;

export type FoundBad = Omit<BadChannel, 'outcome'>;

/** What was found, and what a reader should know of it, in sentences. */
export interface BadChannelSearch {
  found: FoundBad[];
  warnings: string[];
}

/**
 * Channels that are flat, louder than the others, or correlated with none of them, the first that holds. The latter two
 * are looked for among `fewestChannels` or more that are not flat; where half of the channels are correlated with none, that
 * says nothing of any of them.
 *
 * @param signal filtered, so that drift and hum are not what is measured
 */
export function findBadChannels(signal: EegSignal, limits: BadChannelLimits): BadChannelSearch {
  const shares = flatShares(signal, limits.flatMicrovolts);
  const flat = signal.channels.flatMap((channel, index): FoundBad[] =>
    shares[index] > limits.flatShare
      ? [{ channel, reason: 'flat', measured: shares[index], limit: limits.flatShare }]
      : [],
  );
  const unlike = unlikeOthers(without(signal, flat), limits);
  const lonely = unlike.filter(({ reason }) => reason === 'correlation');
  if (lonely.length < signal.channels.length / 2) return { found: [...flat, ...unlike], warnings: [] };
  const found = [...flat, ...unlike.filter(({ reason }) => reason !== 'correlation')];
  const warning = `No channel was judged by its correlation: ${lonely.length} of ${signal.channels.length} are correlated with no other.`;
  return { found, warnings: [warning] };
}

function unlikeOthers(signal: EegSignal, limits: BadChannelLimits): FoundBad[] {
  if (signal.channels.length < fewestChannels || signal.samples[0].length === 0) return [];
  const measures = channelMeasures(signal, limits);
  // Amplitudes differ by ratios: alpha makes a good channel several times as loud as its neighbours.
  const deviations = robustDeviations(
    measures.map(({ amplitude }) => Math.log(Math.max(amplitude, leastMicrovolts))),
  );
  return signal.channels.flatMap((channel, index): FoundBad[] => {
    const [deviation, { lonely }] = [deviations[index], measures[index]];
    if (deviation > limits.deviation)
      return [{ channel, reason: 'noise', measured: deviation, limit: limits.deviation }];
    if (lonely > limits.correlationShare)
      return [{ channel, reason: 'correlation', measured: lonely, limit: limits.correlationShare }];
    return [];
  });
}

/** How far each value lies above the median, in standard deviations that a few wild ones do not move; 0 where none vary. */
function robustDeviations(values: readonly number[]): number[] {
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantileOf(values, share));
  const scale = normalShare * (high - low);
  return values.map((value) => (scale > 0 ? (value - middle) / scale : 0));
}

/** A signal without some of its channels; samples are shared. */
export function without(signal: EegSignal, bad: readonly { channel: string }[]): EegSignal {
  const names = new Set(bad.map(({ channel }) => channel));
  const kept = signal.channels.flatMap((channel, index) => (names.has(channel) ? [] : [index]));
  return {
    rateHz: signal.rateHz,
    channels: kept.map((index) => signal.channels[index]),
    samples: kept.map((index) => signal.samples[index]),
  };
}
