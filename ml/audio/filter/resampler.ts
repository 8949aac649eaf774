import { PolyphaseFilter } from './polyphaseFilter';
import { rationalRatio } from './rationalRatio';
import { type LowPassEdges } from './windowedSinc';

const leastSampleRateHz = 8_000;
/** Twice what the fastest DSD in use is decoded to. */
export const mostSampleRateHz = 6_144_000;

/** The part of the narrower Nyquist band that passes unchanged; from its end to Nyquist the filter falls. */
const passed = 0.9;

interface Stage {
  push(input: Float32Array): Float32Array;
}

/**
 * Streaming change of the sample rate of one channel, by windowed-sinc filters of linear phase whose delay is
 * compensated: output k is the sound at time k / toHz.
 *
 * Up to 0.9 of the narrower Nyquist frequency passes within 0.002 dB; from Nyquist on, images and aliases are
 * 80 dB down. Reducing goes by way of twice the wanted rate: a short filter suffices to get there, because
 * what it leaves above Nyquist falls to the second, sharp one, which is cheap at a fixed factor of two
 * (multistage decimation, Crochiere and Rabiner 1983, chapter 5).
 *
 * For n samples in, round(n * toHz / fromHz) come out, the same however the stream is cut.
 */
export class Resampler {
  private readonly stages: Stage[] = [];
  private readonly reach: number;
  private received = 0;
  private emitted = 0;
  /** Outputs before time 0, to be dropped. */
  private early: number;

  /** @throws RangeError for rates that are not whole numbers from 8000 to 6144000 Hz */
  constructor(
    private readonly fromHz: number,
    private readonly toHz = 16_000,
  ) {
    for (const rate of [fromHz, toHz]) requireSampleRate(rate);
    const nyquistHz = Math.min(fromHz, toHz) / 2;
    const sharp = { passHz: passed * nyquistHz, stopHz: nyquistHz };
    this.reach = fromHz < toHz ? this.raise(sharp) : fromHz > toHz ? this.reduce(sharp) : 0;
    this.early = this.lead();
  }

  /** The outputs that the samples so far decide. */
  push(mono: Float32Array): Float32Array {
    this.received += mono.length;
    return this.keep(this.through(mono));
  }

  /** The rest of the outputs; the sound is followed by silence. */
  flush(): Float32Array {
    const left = Math.round((this.received * this.toHz) / this.fromHz) - this.emitted;
    // Rows of taps are rounded up, so that the filters may wait for a few more samples than their reach.
    const silence = new Float32Array(this.reach + Math.ceil((16 * this.fromHz) / this.toHz));
    return this.keep(this.through(silence)).subarray(0, left);
  }

  /** One filter, as sharp as the input's own Nyquist frequency asks. Returns the reach in input samples. */
  private raise(sharp: LowPassEdges): number {
    const filter = new PolyphaseFilter(this.fromHz, this.toHz, sharp);
    this.stages.push(filter);
    return filter.reach;
  }

  /** A gentle filter to twice the wanted rate, then a sharp one. Returns their reach in input samples. */
  private reduce(sharp: LowPassEdges): number {
    const middleHz = 2 * this.toHz;
    const last = new PolyphaseFilter(middleHz, this.toHz, sharp);
    const reachOfLast = Math.ceil((last.reach * this.fromHz) / middleHz);
    if (this.fromHz === middleHz) {
      this.stages.push(last);
      return reachOfLast;
    }
    const first = new PolyphaseFilter(this.fromHz, middleHz, {
      passHz: sharp.passHz,
      stopHz: middleHz - sharp.stopHz,
    });
    this.stages.push(first, last);
    return first.reach + reachOfLast;
  }

  /**
   * Starts the stages with silence long enough that the sharp filter meets what the first one rings before
   * time 0: whole periods of the ratio of the rates, so that the outputs stay in step. Returns how many of its outputs are still to come.
   */
  private lead(): number {
    const { inputs, outputs } = rationalRatio(this.fromHz, this.toHz);
    const periods = Math.ceil(this.reach / inputs);
    const decided = this.through(new Float32Array(periods * inputs));
    return periods * outputs - decided.length;
  }

  private through(input: Float32Array): Float32Array {
    return this.stages.reduce((signal, stage) => stage.push(signal), input);
  }

  private keep(output: Float32Array): Float32Array {
    const dropped = Math.min(this.early, output.length);
    this.early -= dropped;
    this.emitted += output.length - dropped;
    return output.subarray(dropped);
  }
}

function requireSampleRate(rateHz: number): void {
  if (!Number.isInteger(rateHz) || rateHz < leastSampleRateHz || rateHz > mostSampleRateHz)
    throw new RangeError(
      `invalid sampleRateHz: ${rateHz} (whole numbers from ${leastSampleRateHz} to ${mostSampleRateHz} are accepted)`,
    );
}
