import { AppError } from '../../../../base/errors';
import type { EegWish } from '../eegRecording';

/** Samples of one channel: from the first one up to, not with, `to`. */
export interface SampleSpan {
  channel: number;
  from: number;
  to: number;
}

/** What of a channel says where its samples lie in time. */
export interface SampledChannel {
  rateHz: number;
  samples: number;
}

const longestBlockSeconds = 2;
const mostValuesAtOnce = 2 ** 17;
/** A block is long enough for some samples of the fastest channel, however slow that is. */
const fewestSamples = 16;
/** How far a time may lie from a sample, in samples, and still mean it: times come from rounded decimals. */
const slack = 1e-6;

/**
 * The wished-for samples, block by block: at most two seconds and 131,072 numbers together.
 *
 * @param grainSeconds length of the records in which a file keeps its samples; blocks hold whole ones where they can
 * @throws AppError 'invalid' for channels that are not there and for times that are no stretch
 */
export function* planBlocks(
  channels: readonly SampledChannel[],
  wish: EegWish,
  grainSeconds = 0,
): Generator<SampleSpan[]> {
  const whole = wishedSpans(channels, wish);
  const seconds = blockSeconds(
    whole.map(({ channel }) => channels[channel].rateHz),
    grainSeconds,
  );
  const rateOf = ({ channel }: SampleSpan) => channels[channel].rateHz;
  const wanted = whole.filter(({ from, to }) => to > from);
  if (wanted.length === 0) return;
  const first = Math.floor(Math.min(...wanted.map((span) => span.from / rateOf(span))) / seconds + slack);
  const last = Math.max(...wanted.map((span) => span.to / rateOf(span))) / seconds;
  for (let block = first; block < last - slack; block++) {
    const isLast = block + 1 >= last - slack;
    yield whole.map((span) => {
      const at = (time: number) => sampleAt(time * seconds, rateOf(span));
      const from = Math.min(span.to, Math.max(span.from, block === first ? span.from : at(block)));
      return { channel: span.channel, from, to: isLast ? span.to : clamp(at(block + 1), from, span.to) };
    });
  }
}

/** All samples that are wished for, a span a channel. Throws as planBlocks. */
export function wishedSpans(
  channels: readonly SampledChannel[],
  { channels: wanted, fromSeconds = 0, toSeconds = Infinity }: EegWish,
): SampleSpan[] {
  if (!(fromSeconds >= 0 && toSeconds > fromSeconds)) {
    throw new AppError(
      'invalid',
      `invalid time: ${fromSeconds} to ${toSeconds} s (give a stretch from 0 on)`,
    );
  }
  return wanted.map((channel) => {
    const found = channels.at(channel);
    if (!Number.isInteger(channel) || channel < 0 || !found) {
      throw new AppError('invalid', `invalid channel: ${channel} (0 to ${channels.length - 1} are there)`);
    }
    const from = clamp(sampleAt(fromSeconds, found.rateHz), 0, found.samples);
    const to = toSeconds === Infinity ? found.samples : sampleAt(toSeconds, found.rateHz);
    return { channel, from, to: clamp(to, from, found.samples) };
  });
}

/** The first sample at or behind a time. */
function sampleAt(seconds: number, rateHz: number): number {
  return Math.ceil(seconds * rateHz - slack);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function blockSeconds(rates: readonly number[], grainSeconds: number): number {
  const valuesASecond = rates.reduce((sum, rate) => sum + rate, 0);
  const fastest = rates.reduce((most, rate) => Math.max(most, rate), 0);
  const longest = Math.max(longestBlockSeconds, fewestSamples / fastest);
  const seconds = Math.max(1 / fastest, Math.min(longest, mostValuesAtOnce / valuesASecond));
  return grainSeconds > 0 && grainSeconds <= seconds
    ? Math.floor(seconds / grainSeconds + slack) * grainSeconds
    : seconds;
}
