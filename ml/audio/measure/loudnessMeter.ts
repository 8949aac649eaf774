import { KWeightedEnergy } from '../filter/kWeighting';
import { largestMagnitude } from './largestMagnitude';
import { mostChannels } from '../filter/monoMix';
import { type PcmChunk } from '../pcm';

export interface Loudness {
  /** Integrated loudness in LUFS; undefined for silence and for sounds under 400 ms. */
  integratedLufs: number | undefined;
  /** The largest sample, in dB of full scale; undefined for digital silence. */
  samplePeakDb: number | undefined;
}

/** Blocks of 400 ms begin every 100 ms: each is four steps. */
const stepSeconds = 0.1;
const stepsPerBlock = 4;
const absoluteGateLufs = -70;
const relativeGateLu = -10;

/** Channels at the sides, 60 to 120 degrees from the front, count 1.5 dB more. */
const side = 1.41;
/**
 * Weight of each channel by their number (BS.1770-4, table 3 and annex 3) in the order of WAVE and FLAC:
 * mono; L R; L R C; L R Ls Rs; L R C Ls Rs; L R C LFE Ls Rs; L R C LFE Cs Ls Rs; L R C LFE Lb Rb Ls Rs.
 * The LFE channel does not count.
 */
const channelWeights: readonly (readonly number[])[] = [
  [1],
  [1, 1],
  [1, 1, 1],
  [1, 1, side, side],
  [1, 1, 1, side, side],
  [1, 1, 1, 0, side, side],
  [1, 1, 1, 0, 1, side, side],
  [1, 1, 1, 0, 1, 1, side, side],
];

const powerOf = (lufs: number) => 10 ** ((lufs + 0.691) / 10);
const lufsOf = (power: number) => 10 * Math.log10(power) - 0.691;

/**
 * Streaming integrated loudness after ITU-R BS.1770-4 and EBU R 128: K-weighted power in blocks of 400 ms that
 * overlap by 75 %, gated at -70 LUFS and then at 10 LU under the mean of what is left.
 *
 * A mono sound is one channel, as the standard has it: on two loudspeakers it is 3 LU louder than the figure. An
 * incomplete block at the end does not count. It keeps 8 bytes for every 100 ms.
 */
export class LoudnessMeter {
  private format: { channels: number; sampleRateHz: number } | undefined;
  /** One for every two channels. */
  private filters: KWeightedEnergy[] = [];
  private weights: readonly number[] = [];
  /** Power, weighted over the channels, of each whole step. */
  private readonly steps: number[] = [];
  private received = 0;
  private peak = 0;

  /** @throws RangeError if the number of channels is not 1 to 8, or they or the rate change on the way */
  push({ channels, sampleRateHz }: PcmChunk): void {
    this.adopt(channels.length, sampleRateHz);
    const { length } = channels[0];
    for (let from = 0; from < length;) {
      const stepEnd = this.stepStart(this.steps.length + 1) - this.received;
      const to = Math.min(length, from + stepEnd);
      this.measure(channels, from, to);
      this.received += to - from;
      if (to - from === stepEnd) this.closeStep();
      from = to;
    }
  }

  /** The figures of everything pushed so far. */
  finish(): Loudness {
    return {
      integratedLufs: gatedLoudness(blockPowers(this.steps)),
      samplePeakDb: this.peak > 0 ? 20 * Math.log10(this.peak) : undefined,
    };
  }

  private adopt(channels: number, sampleRateHz: number): void {
    if (this.format?.channels === channels && this.format.sampleRateHz === sampleRateHz) return;
    if (this.format)
      throw new RangeError(
        `invalid chunk: ${channels} channels at ${sampleRateHz} Hz (the sound began with ` +
          `${this.format.channels} at ${this.format.sampleRateHz} Hz; measure it with a new meter)`,
      );
    if (channels < 1 || channels > mostChannels)
      throw new RangeError(`invalid channels: ${channels} (1 to ${mostChannels} are accepted)`);
    this.format = { channels, sampleRateHz };
    this.weights = channelWeights[channels - 1];
    const pairs = Math.ceil(channels / 2);
    this.filters = Array.from({ length: pairs }, () => new KWeightedEnergy(sampleRateHz));
  }

  /** The first sample of a step; steps of a rate that ten does not divide differ by a sample. */
  private stepStart(step: number): number {
    return Math.round(step * stepSeconds * (this.format?.sampleRateHz ?? 0));
  }

  private measure(channels: readonly Float32Array[], from: number, to: number): void {
    for (const samples of channels)
      this.peak = Math.max(this.peak, largestMagnitude(samples.subarray(from, to)));
    this.filters.forEach((filter, pair) => {
      const left = channels[2 * pair];
      // The last of an odd number is filtered beside itself, and counts once.
      filter.add([left, channels[2 * pair + 1] ?? left], from, to);
    });
  }

  private closeStep(): void {
    const step = this.steps.length;
    const samples = this.stepStart(step + 1) - this.stepStart(step);
    const energies = this.filters.flatMap((filter) => filter.take());
    const energy = this.weights.reduce((sum, weight, channel) => sum + weight * energies[channel], 0);
    this.steps.push(energy / samples);
  }
}

/** The mean power of every block, from that of the steps. */
function blockPowers(steps: readonly number[]): number[] {
  return steps.slice(stepsPerBlock - 1).map((_, block) => mean(steps.slice(block, block + stepsPerBlock)));
}

function gatedLoudness(blocks: readonly number[]): number | undefined {
  const audible = blocks.filter((power) => power > powerOf(absoluteGateLufs));
  if (audible.length === 0) return undefined;
  const relativeGate = powerOf(lufsOf(mean(audible)) + relativeGateLu);
  return lufsOf(mean(audible.filter((power) => power > relativeGate)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
