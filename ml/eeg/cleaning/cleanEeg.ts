import type { EegSignal } from '../eegSignal';
import type { BadChannel, CleanedEeg } from './cleanedEeg';
import { defaultCleaning, type CleaningPlan } from './cleaningPlan';
import {
  fewestChannels,
  findBadChannels,
  without,
  type BadChannelSearch,
  type FoundBad,
} from './findBadChannels';
import { interpolateChannels } from './interpolateChannels';
import { RateGroup, type RawChannel } from './rateGroup';
import { rejectedStretches } from './rejectedStretches';
import { subtractAverage } from './subtractAverage';

type Blocks = readonly Float64Array[];

/** A recording's electrodes on the head, in its own units and rates. */
export interface EegSource {
  /** Names each but once. */
  channels: readonly RawChannel[];
  /** Samples in order, [channel][samples of this block]; none longer than the memory that may be spent. */
  blocks: AsyncIterable<Blocks> | Iterable<Blocks>;
}

/**
 * A recording as one clean signal in microvolts: band-pass and notch by filters of zero phase (MNE-Python's defaults),
 * one rate, bad channels found and interpolated or left out, the average of the good ones as reference, and seconds of
 * too large amplitude told. It is read once, block by block: beside the result, memory holds a few blocks and the filters' reach.
 *
 * @throws RangeError where a unit is no voltage, a sample is not finite, a rate too low for the filters, or no channel good
 */
export async function cleanEeg(source: EegSource, plan: CleaningPlan = defaultCleaning): Promise<CleanedEeg> {
  requireChannels(source.channels, plan);
  const { signal, warnings } = await filtered(source, plan);
  const search = badChannelsOf(signal, plan);
  const { left, bad } = withoutBad(signal, search.found, plan);
  warnings.push(...search.warnings, ...referenceTo(without(left, bad), { left, plan }));
  const most = plan.mostPeakToPeakMicrovolts;
  return { signal: left, bad, rejected: most === null ? [] : rejectedStretches(left, most), warnings };
}

/** All channels at one rate. What the filters held is let go of when they are through. */
async function filtered(
  { channels, blocks }: EegSource,
  plan: CleaningPlan,
): Promise<{ signal: EegSignal; warnings: string[] }> {
  const groups = rateGroups(channels, plan);
  for await (const block of blocks) for (const group of groups) group.push(block);
  const signal = signalOf(channels, groups, plan.rateHz);
  return { signal, warnings: groups.flatMap((group) => group.warnings) };
}

function requireChannels(channels: readonly RawChannel[], plan: CleaningPlan): void {
  if (channels.length === 0) throw new RangeError('invalid channels: none (at least one)');
  const names = new Set(channels.map(({ name }) => name));
  if (names.size < channels.length) throw new RangeError('invalid channels: a name stands twice');
  const missing = plan.badChannels.find((name) => !names.has(name));
  if (missing !== undefined)
    throw new RangeError(`invalid badChannels: ${missing} (one of ${[...names].join(', ')})`);
}

function rateGroups(channels: readonly RawChannel[], plan: CleaningPlan): RateGroup[] {
  const rates = [...new Set(channels.map(({ rateHz }) => rateHz))];
  return rates.map((rateHz) => {
    const places = channels.flatMap((channel, index) => (channel.rateHz === rateHz ? [index] : []));
    return new RateGroup(
      places.map((place) => channels[place]),
      places,
      plan,
    );
  });
}

/** All channels in the recording's order; those of other rates may be a sample longer. */
function signalOf(channels: readonly RawChannel[], groups: readonly RateGroup[], rateHz: number): EegSignal {
  const samples = new Array<Float32Array>(channels.length);
  for (const group of groups)
    group.end().forEach((channel, index) => (samples[group.places[index]] = channel));
  const length = Math.min(...samples.map((channel) => channel.length));
  return {
    rateHz,
    channels: channels.map(({ name }) => name),
    samples: samples.map((channel) => channel.subarray(0, length)),
  };
}

function badChannelsOf(signal: EegSignal, { badChannels, limits }: CleaningPlan): BadChannelSearch {
  const named = badChannels.map((channel): FoundBad => ({
    channel,
    reason: 'named',
    measured: null,
    limit: null,
  }));
  if (limits === null) return { found: named, warnings: [] };
  const { found, warnings } = findBadChannels(without(signal, named), limits);
  return { found: [...named, ...found], warnings };
}

/** The signal with its bad channels interpolated where that is wanted and can be, without them where not. */
function withoutBad(signal: EegSignal, found: readonly FoundBad[], plan: CleaningPlan) {
  const names = found.map(({ channel }) => channel);
  if (names.length === signal.channels.length)
    throw new RangeError(
      `invalid recording: no good channel (${found.map(({ channel, reason }) => `${channel}: ${reason}`).join(', ')})`,
    );
  const saved = new Set(plan.badChannelsAre === 'interpolated' ? interpolateChannels(signal, names) : []);
  const bad = found.map((each): BadChannel => ({
    ...each,
    outcome: saved.has(each.channel) ? 'interpolated' : 'left out',
  }));
  return {
    left: without(
      signal,
      bad.filter(({ outcome }) => outcome === 'left out'),
    ),
    bad,
  };
}

/** Refers all channels to the average of the good ones, or says why not. */
function referenceTo(good: EegSignal, { left, plan }: { left: EegSignal; plan: CleaningPlan }): string[] {
  if (plan.reference === 'as recorded') return [];
  if (good.channels.length < fewestChannels)
    return [
      `The reference is the recording's: the average of ${good.channels.length} channels is none (${fewestChannels} or more are needed).`,
    ];
  subtractAverage(left, good.samples);
  return [];
}
