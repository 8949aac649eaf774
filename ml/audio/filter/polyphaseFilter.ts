import { FilterKernel, tapsPerRound } from './filterKernel';
import { rationalRatio } from './rationalRatio';
import { windowedSinc, type LowPassEdges } from './windowedSinc';

/** Rates whose ratio has more phases than this share a finer table, blended between neighbours. */
const mostExactPhases = 1024;
/** Phases of the shared table: linear blending of 512 errs under -100 dB. */
const sharedPhases = 512;
/** Inputs filtered at once: with the taps they stay in the processor's nearest cache. */
const portionLength = 4096;

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
  /** In so many inputs fall so many outputs, each at another phase. */
  private readonly inputs: number;
  private readonly phases: number;
  private readonly blended: boolean;
  private readonly kernel: FilterKernel;
  /** How many samples lie in the kernel. */
  private held: number;
  private phase = 0;

  constructor(
    private readonly fromHz: number,
    toHz: number,
    edges: LowPassEdges,
  ) {
    const { inputs, outputs } = rationalRatio(fromHz, toHz);
    this.inputs = inputs;
    this.phases = outputs;
    this.blended = this.phases > mostExactPhases;

    const kernel = windowedSinc(edges);
    this.reach = Math.ceil(kernel.halfWidthSeconds * fromHz);
    // Whole rounds of the kernel's sum; the taps added beyond the filter are zero.
    this.taps = tapsPerRound * Math.ceil((2 * this.reach) / tapsPerRound);
    this.held = this.reach - 1;
    this.kernel = new FilterKernel({
      table: this.tableOf((seconds) => kernel.at(seconds)),
      tapsPerRow: this.taps,
      mostSamples: this.taps + portionLength,
      mostOutputs: Math.ceil(((portionLength + 1) * outputs) / inputs) + 1,
    });
  }

  /** The outputs that the samples so far decide. */
  push(input: Float32Array): Float32Array {
    const output = new Float32Array(this.decidedBy(this.held + input.length));
    let filled = 0;
    for (let from = 0; from < input.length; from += portionLength) {
      const portion = input.subarray(from, from + portionLength);
      this.kernel.samples.set(portion, this.held);
      this.held += portion.length;
      filled += this.filterHeld(output.subarray(filled));
    }
    return output;
  }

  /** A row of taps for each phase. */
  private tableOf(at: (seconds: number) => number): Float32Array {
    const rows = this.blended ? sharedPhases + 1 : this.phases;
    const rowsPerSample = this.blended ? sharedPhases : this.phases;
    const table = new Float32Array(rows * this.taps);
    for (let row = 0, i = 0; row < rows; row++)
      for (let tap = 0; tap < this.taps; tap++, i++) {
        const samplesAway = tap - (this.reach - 1) - row / rowsPerSample;
        table[i] = at(samplesAway / this.fromHz) / this.fromHz;
      }
    return table;
  }

  /** How many outputs have all of their inputs among so many samples. */
  private decidedBy(samples: number): number {
    const starts = Math.max(0, samples - this.taps + 1);
    return Math.max(0, Math.ceil((starts * this.phases - this.phase) / this.inputs));
  }

  /** Computes what the held samples decide, and drops those no longer needed. Returns the number of outputs. */
  private filterHeld(output: Float32Array): number {
    const { kernel, inputs, phases, phase } = this;
    const count = this.decidedBy(this.held);
    if (count === 0) return 0;
    if (this.blended) this.blend(output, count);
    else {
      const samplesPerOutput = Math.floor(inputs / phases);
      kernel.run({ start: 0, row: phase, count, samplesPerOutput, rowsPerOutput: inputs % phases });
      output.set(kernel.outputs.subarray(0, count));
    }
    const dropped = Math.floor((phase + count * inputs) / phases);
    this.phase = (phase + count * inputs) % phases;
    kernel.samples.copyWithin(0, dropped, this.held);
    this.held -= dropped;
    return count;
  }

  /** The first `count` outputs, each between those at the two nearest phases of the shared table. */
  private blend(output: Float32Array, count: number): void {
    const { kernel, inputs, phases } = this;
    for (let k = 0; k < count; k++) {
      const instant = this.phase + k * inputs;
      const start = Math.floor(instant / phases);
      // From the whole remainder: a difference of quotients would round otherwise at another k.
      const position = ((instant % phases) / phases) * sharedPhases;
      const row = Math.floor(position);
      kernel.run({ start, row, count: 2, samplesPerOutput: 0, rowsPerOutput: 1 });
      const [lower, upper] = kernel.outputs;
      output[k] = lower + (position - row) * (upper - lower);
    }
  }
}
