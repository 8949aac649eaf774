import { besselI0 } from '@/ml/signal/besselI0';
import { lowPassTaps } from './lowPassTaps';
import { MirroredStream } from './mirroredStream';
import { OutputBuffers } from './outputBuffers';
import type { ResamplingRatio } from './resamplingRatio';
import type { SignalStage } from './signalStage';

/** Zero crossings of the filter on either side, and Kaiser's beta: SciPy's defaults. */
const crossings = 10;
const beta = 5;

/**
 * A change of rate by a ratio of whole numbers with one low-pass of zero phase at the lower Nyquist frequency: output k
 * stands at the input's sample k down / up, ceil(n up / down) of them for n samples. `scipy.signal.resample_poly` with
 * its default window and `padtype='antireflect'`.
 */
export class PolyphaseResampler implements SignalStage {
  /** Inputs to either side that may matter to an output. */
  private readonly reach: number;
  /** [phase][tap] of inputs from `reach` before to `reach` after. */
  private readonly table: Float64Array[];
  private readonly stream: MirroredStream;
  private readonly outputs: OutputBuffers;
  private emitted = 0;
  private dropped = 0;

  constructor(
    private readonly ratio: ResamplingRatio,
    channels: number,
  ) {
    const { up, down } = ratio;
    const half = crossings * Math.max(up, down);
    const taps = lowPassTaps(kaiserWindow(2 * half + 1), 1 / Math.max(up, down));
    this.reach = Math.floor(half / up) + 1;
    this.stream = new MirroredStream(channels, this.reach);
    this.outputs = new OutputBuffers(channels);
    this.table = Array.from({ length: up }, (_, phase) =>
      Float64Array.from({ length: 2 * this.reach + 1 }, (_, tap) => {
        const at = phase - (tap - this.reach) * up + half;
        return up * (taps[at] ?? 0);
      }),
    );
  }

  push(block: readonly Float64Array[]): Float64Array[] {
    this.stream.push(block);
    return this.resampleHeld();
  }

  end(): Float64Array[] {
    this.stream.end();
    return this.resampleHeld();
  }

  /** All outputs whose inputs are there. */
  private resampleHeld(): Float64Array[] {
    const { up, down } = this.ratio;
    const lastFirst = this.dropped + this.stream.held - (2 * this.reach + 1);
    const decided = lastFirst < 0 ? 0 : Math.ceil(((lastFirst + 1) * up) / down);
    const count = Math.max(0, decided - this.emitted);
    const outputs = this.outputs.take(count);
    outputs.forEach((output, channel) => this.resample(this.stream.samplesOf(channel), output));
    this.emitted += count;
    const unneeded = Math.min(this.stream.held, Math.floor((this.emitted * down) / up) - this.dropped);
    this.stream.drop(unneeded);
    this.dropped += unneeded;
    return outputs;
  }

  private resample(samples: Float64Array, output: Float64Array): void {
    const { up, down } = this.ratio;
    for (let at = 0; at < output.length; at++) {
      const instant = (this.emitted + at) * down;
      const taps = this.table[instant % up];
      const first = Math.floor(instant / up) - this.dropped;
      let sum = 0;
      for (let tap = 0; tap < taps.length; tap++) sum += taps[tap] * samples[first + tap];
      output[at] = sum;
    }
  }
}

function kaiserWindow(length: number): Float64Array {
  const middle = (length - 1) / 2;
  return Float64Array.from(
    { length },
    (_, at) => besselI0(beta * Math.sqrt(1 - ((at - middle) / middle) ** 2)) / besselI0(beta),
  );
}
