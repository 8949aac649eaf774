import type { CleaningPlan } from './cleaningPlan';
import { FilterChain } from './filterChain';
import { microvoltsOf } from './microvolts';
import { OutputBuffers } from './outputBuffers';

/** A channel as a file has it. */
export interface RawChannel {
  name: string;
  unit: string | null;
  rateHz: number;
  /** How many there will be, at most. */
  samples: number;
}

/** The channels of one rate on their way through the filters, and what came of them, [channel][sample]. */
export class RateGroup {
  private readonly chain: FilterChain;
  private readonly factors: number[];
  private readonly scaled: OutputBuffers;
  private readonly outputs: Float32Array[];
  private filled = 0;
  private received = 0;

  /**
   * @param places where its channels stand in a block
   * @throws RangeError for units that are not of voltage, and as `FilterChain` does
   */
  constructor(
    private readonly channels: readonly RawChannel[],
    readonly places: readonly number[],
    plan: CleaningPlan,
  ) {
    const { rateHz } = channels[0];
    this.chain = new FilterChain(plan, rateHz, channels.length);
    this.factors = channels.map(({ unit, name }) => microvoltsOf(unit || plan.unitWhereUntold, name));
    this.scaled = new OutputBuffers(channels.length);
    const most = Math.max(...channels.map(({ samples }) => samples));
    this.outputs = channels.map(() => new Float32Array(Math.ceil((most * plan.rateHz) / rateHz) + 1));
  }

  /** @throws RangeError where channels of one rate are not of one length, or a sample is not finite */
  push(block: readonly Float64Array[]): void {
    const samples = this.places.map((place) => block[place]);
    const { length } = samples[0];
    const uneven = samples.findIndex((each) => each.length !== length);
    if (uneven > 0)
      throw new RangeError(
        `invalid block: ${samples[uneven].length} samples of ${this.channels[uneven].name} (${length}, as ${this.channels[0].name} has)`,
      );
    const scaled = this.scaled.take(length);
    samples.forEach((each, index) => this.scale(each, scaled[index], index));
    this.received += length;
    this.keep(this.chain.push(scaled));
  }

  /** The whole signals, in microvolts. */
  end(): Float32Array[] {
    this.keep(this.chain.end());
    return this.outputs.map((output) => output.subarray(0, this.filled));
  }

  /** What a reader should know of its filters. */
  get warnings(): string[] {
    const { longestSeconds, beyond } = this.chain;
    const { rateHz } = this.channels[0];
    const seconds = this.received / rateHz;
    const short = `A filter of ${longestSeconds.toFixed(1)} s is longer than the recording (${seconds.toFixed(1)} s): its ends are distorted.`;
    return [
      ...(longestSeconds > seconds ? [short] : []),
      ...beyond.map(
        (hertz) => `Nothing was taken at ${hertz} Hz, which ${rateHz} samples a second cannot tell.`,
      ),
    ];
  }

  private scale(samples: Float64Array, scaled: Float64Array, index: number): void {
    const factor = this.factors[index];
    let wrong = -1;
    for (let at = 0; at < samples.length; at++) {
      scaled[at] = samples[at] * factor;
      if (wrong < 0 && !Number.isFinite(scaled[at])) wrong = at;
    }
    if (wrong < 0) return;
    const { name, rateHz } = this.channels[index];
    throw new RangeError(
      `invalid sample: ${samples[wrong]} in ${name} at ${((this.received + wrong) / rateHz).toFixed(3)} s (leave out the channel, or the time)`,
    );
  }

  private keep(made: readonly Float64Array[]): void {
    const added = made[0]?.length ?? 0;
    made.forEach((samples, channel) => {
      if (this.filled + added > this.outputs[channel].length) this.grow(channel, this.filled + added);
      this.outputs[channel].set(samples, this.filled);
    });
    this.filled += added;
  }

  private grow(channel: number, needed: number): void {
    const larger = new Float32Array(Math.ceil(1.5 * needed));
    larger.set(this.outputs[channel].subarray(0, this.filled));
    this.outputs[channel] = larger;
  }
}
