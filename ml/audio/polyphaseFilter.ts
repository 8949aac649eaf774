import { rationalRatio } from './rationalRatio';
import { SampleQueue } from './sampleQueue';
import { windowedSinc, type LowPassEdges } from './windowedSinc';

/** Rates whose ratio has more phases than this share a finer table, blended between neighbours. */
const MOST_EXACT_PHASES = 1024;
/** Phases of the shared table: linear blending of 512 errs under -100 dB. */
const SHARED_PHASES = 512;
/** Products a round of the sum takes: loop and bounds checks cost as much as the arithmetic. */
const UNROLLED = 8;

/**
 * Streaming change of sample rate by any rational factor, with one linear-phase filter, zeros before the start.
 *
 * Output k is the filtered input at time k / toHz: the input instant k * fromHz / toHz falls between two
 * samples, at one of a few phases, and each phase has its own row of filter taps (Crochiere and Rabiner 1983,
 * chapter 3). The instant is kept in whole numbers, so nothing drifts over hours.
 */
export class PolyphaseFilter {
  /** Inputs on either side of an output instant that matter to it. */
  readonly reach: number;
  private readonly taps: number;
  private readonly phases: number;
  private readonly table: Float32Array;
  private readonly blended: boolean;
  private readonly queue: SampleQueue;
  private readonly samplesPerStep: number;
  private readonly phasesPerStep: number;
  private phase = 0;

  constructor(
    private readonly fromHz: number,
    private readonly toHz: number,
    edges: LowPassEdges,
  ) {
    const { inputs, outputs } = rationalRatio(fromHz, toHz);
    this.phases = outputs;
    this.samplesPerStep = Math.floor(inputs / outputs);
    this.phasesPerStep = inputs % outputs;
    this.blended = this.phases > MOST_EXACT_PHASES;

    const kernel = windowedSinc(edges);
    this.reach = Math.ceil(kernel.halfWidthSeconds * fromHz);
    // Whole rounds of the unrolled sum; the taps added beyond the kernel are zero.
    this.taps = UNROLLED * Math.ceil((2 * this.reach) / UNROLLED);
    const rows = this.blended ? SHARED_PHASES + 1 : this.phases;
    const rowsPerSample = this.blended ? SHARED_PHASES : this.phases;
    this.table = new Float32Array(rows * this.taps);
    for (let row = 0, i = 0; row < rows; row++)
      for (let tap = 0; tap < this.taps; tap++, i++) {
        const samplesAway = tap - (this.reach - 1) - row / rowsPerSample;
        this.table[i] = kernel.at(samplesAway / fromHz) / fromHz;
      }
    this.queue = new SampleQueue(this.reach - 1);
  }

  /** The outputs that the samples so far decide. */
  push(input: Float32Array): Float32Array {
    this.queue.append(input);
    const room = this.queue.length - this.taps;
    const output = new Float32Array(Math.max(0, Math.ceil(((room + 1) * this.toHz) / this.fromHz) + 1));
    let count = 0;
    let start = 0;
    for (; start <= room; count++) {
      output[count] = this.blended ? this.blendedAt(start) : this.sum(this.phase * this.taps, start);
      start += this.samplesPerStep;
      this.phase += this.phasesPerStep;
      if (this.phase >= this.phases) {
        this.phase -= this.phases;
        start++;
      }
    }
    this.queue.drop(start);
    return output.subarray(0, count);
  }

  private blendedAt(start: number): number {
    const position = (this.phase / this.phases) * SHARED_PHASES;
    const row = Math.floor(position);
    const blend = position - row;
    const lower = this.sum(row * this.taps, start);
    return lower + blend * (this.sum((row + 1) * this.taps, start) - lower);
  }

  private sum(row: number, start: number): number {
    const { table } = this;
    const { samples } = this.queue;
    const end = row + this.taps;
    let sum = 0;
    for (let h = row, x = this.queue.start + start; h < end; h += UNROLLED, x += UNROLLED) {
      const near = table[h] * samples[x] + table[h + 1] * samples[x + 1];
      const next = table[h + 2] * samples[x + 2] + table[h + 3] * samples[x + 3];
      const third = table[h + 4] * samples[x + 4] + table[h + 5] * samples[x + 5];
      const last = table[h + 6] * samples[x + 6] + table[h + 7] * samples[x + 7];
      sum += near + next + (third + last);
    }
    return sum;
  }
}
