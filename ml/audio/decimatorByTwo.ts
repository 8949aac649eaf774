import { SampleQueue } from './sampleQueue';
import { windowedSinc, type LowPassEdges } from './windowedSinc';

/** Outputs computed at once. */
const TILE = 4;

/**
 * Streaming halving of the sample rate behind a sharp filter of linear phase, zeros before the start; output k
 * stands at input 2 k.
 *
 * Two savings make it fast in plain JavaScript. The filter is symmetric, so that the samples at equal distance
 * on both sides of the centre are added before they are multiplied. And four outputs are summed at once: at a
 * distance of i + 2 output k meets the sample that output k + 1 meets at i, so one read serves four sums.
 */
export class DecimatorByTwo {
  /** Inputs on either side of an output that matter to it; odd. */
  readonly reach: number;
  /** The right half of the filter: taps[i] weighs the samples at distance i; the centre's is halved. */
  private readonly taps: Float32Array;
  private readonly queue: SampleQueue;

  /** @param fromHz - the rate of the input */
  constructor(fromHz: number, edges: LowPassEdges) {
    const kernel = windowedSinc(edges);
    this.reach = Math.ceil(kernel.halfWidthSeconds * fromHz) | 1;
    this.taps = Float32Array.from({ length: this.reach + 1 }, (_, i) => kernel.at(i / fromHz) / fromHz);
    this.taps[0] /= 2;
    this.queue = new SampleQueue(this.reach);
  }

  /** The outputs that the samples so far decide, in whole tiles. */
  push(input: Float32Array): Float32Array {
    this.queue.append(input);
    const tiles = Math.max(0, Math.floor((this.queue.length - 2 * this.reach + 1) / (2 * TILE)));
    const output = new Float32Array(tiles * TILE);
    for (let k = 0; k < output.length; k += TILE) {
      this.addHalf(output, k, 0);
      this.addHalf(output, k, 1);
    }
    this.queue.drop(2 * output.length);
    return output;
  }

  /** Adds to output[k .. k + 4) what lies at even (parity 0) or odd (1) distances. */
  private addHalf(output: Float32Array, k: number, parity: number): void {
    const { taps } = this;
    const { samples } = this.queue;
    let right = this.queue.start + this.reach + 2 * k + parity;
    let left = right - 2 * parity;
    let sum0 = 0;
    let sum1 = 0;
    let sum2 = 0;
    let sum3 = 0;
    let right0 = samples[right];
    let right1 = samples[right + 2];
    let right2 = samples[right + 4];
    let left1 = samples[left + 2];
    let left2 = samples[left + 4];
    let left3 = samples[left + 6];
    for (let i = parity; i < taps.length; i += 2) {
      const tap = taps[i];
      const right3 = samples[right + 6];
      const left0 = samples[left];
      sum0 += tap * (left0 + right0);
      sum1 += tap * (left1 + right1);
      sum2 += tap * (left2 + right2);
      sum3 += tap * (left3 + right3);
      right0 = right1;
      right1 = right2;
      right2 = right3;
      left3 = left2;
      left2 = left1;
      left1 = left0;
      right += 2;
      left -= 2;
    }
    output[k] += sum0;
    output[k + 1] += sum1;
    output[k + 2] += sum2;
    output[k + 3] += sum3;
  }
}
