import { fourierOf, type Fourier } from '@/ml/signal/fourier';
import { MirroredStream } from './mirroredStream';
import { OutputBuffers } from './outputBuffers';
import type { SignalStage } from './signalStage';

/** A transform has at least so many times the taps: larger ones cost a little less time and much more memory. */
const leastTimes = 2;
const leastSize = 1024;

/**
 * A filter of zero phase over a stream: output n is the sum over k of taps[k] x[n + half - k], the signal mirrored beyond
 * its ends, as MNE-Python's `filter_data` has it. It goes through the frequencies in overlapping stretches (overlap and
 * save; Stockham 1966), two channels at once as the real and the imaginary part.
 */
export class ZeroPhaseFir implements SignalStage {
  private readonly half: number;
  private readonly fourier: Fourier;
  private readonly stream: MirroredStream;
  /** The filter's spectrum, real as its middle lies at 0. */
  private readonly gains: Float64Array;
  private readonly outputs: OutputBuffers;
  private readonly work: Float64Array;
  private readonly spectrum: Float64Array;

  /** @param taps an odd number, symmetric */
  constructor(
    taps: Float64Array,
    private readonly channels: number,
  ) {
    this.half = (taps.length - 1) / 2;
    const size = Math.max(leastSize, 2 ** Math.ceil(Math.log2(leastTimes * taps.length)));
    this.fourier = fourierOf(size);
    this.stream = new MirroredStream(channels, this.half);
    this.outputs = new OutputBuffers(channels);
    this.work = new Float64Array(2 * size);
    this.spectrum = new Float64Array(2 * size);
    this.gains = this.gainsOf(taps);
  }

  push(block: readonly Float64Array[]): Float64Array[] {
    this.stream.push(block);
    return this.filterHeld(false);
  }

  end(): Float64Array[] {
    this.stream.end();
    return this.filterHeld(true);
  }

  private gainsOf(taps: Float64Array): Float64Array {
    const { size, forward } = this.fourier;
    taps.forEach((tap, at) => (this.work[2 * ((at - this.half + size) % size)] = tap));
    forward(this.spectrum, this.work);
    return Float64Array.from({ length: size }, (_, bin) => this.spectrum[2 * bin]);
  }

  /** Whole stretches of what is held; at the end the rest too. */
  private filterHeld(isLast: boolean): Float64Array[] {
    const hop = this.fourier.size - 2 * this.half;
    const decided = Math.max(0, this.stream.held - 2 * this.half);
    const count = isLast ? decided : hop * Math.floor(decided / hop);
    const outputs = this.outputs.take(count);
    for (let channel = 0; channel < this.channels; channel += 2)
      for (let from = 0; from < count; from += hop) this.filterPair(outputs, channel, from);
    this.stream.drop(count);
    return outputs;
  }

  private filterPair(outputs: Float64Array[], channel: number, from: number): void {
    const { size, forward, inverse } = this.fourier;
    this.load(channel, from);
    forward(this.spectrum, this.work);
    for (let bin = 0; bin < size; bin++) {
      this.spectrum[2 * bin] *= this.gains[bin];
      this.spectrum[2 * bin + 1] *= this.gains[bin];
    }
    inverse(this.work, this.spectrum);
    for (let part = 0; part < 2 && channel + part < this.channels; part++) {
      const output = outputs[channel + part];
      const end = Math.min(output.length, from + size - 2 * this.half);
      for (let at = from, place = 2 * this.half + part; at < end; at++, place += 2)
        output[at] = this.work[place];
    }
  }

  /** A stretch of two channels, zeros behind the end and in place of a channel that is not there. */
  private load(channel: number, from: number): void {
    const first = this.stream.samplesOf(channel);
    const second = channel + 1 < this.channels ? this.stream.samplesOf(channel + 1) : null;
    const count = Math.min(this.fourier.size, first.length - from);
    this.work.fill(0);
    for (let at = 0; at < count; at++) {
      this.work[2 * at] = first[from + at];
      if (second) this.work[2 * at + 1] = second[from + at];
    }
  }
}
