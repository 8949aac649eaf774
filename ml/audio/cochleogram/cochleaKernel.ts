import { compiledKernel } from '../../compiledKernel';
import type { CochlearFilter } from './constantQFilters';
import { kernelCode } from './kernelCode';

/** Samples of a stretch; whole frames of 8 ms at 16 kHz. */
export const mostSamples = 2048;

const doublesPerVector = 2;
const vectorBytes = 16;
const pageBytes = 65_536;
/** b0, b1, b2, a1, a2 and two numbers of memory, a vector each. */
const vectorsPerSection = 7;
const coefficientNames = ['b0', 'b1', 'b2', 'a1', 'a2'] as const;
/** Memory of the hair cell and of the leaky integrator behind the sections of a pair. */
const vectorsOfStages = 2;
/** What a channel is filtered by that has no filter. */
const silent: CochlearFilter = [{ b0: 0, b1: 0, b2: 0, a1: 0, a2: 0 }];
const transparent = { b0: 1, b1: 0, b2: 0, a1: 0, a2: 0 };
/** Under it, memory is set to zero: numbers below the normal range would slow everything down. */
const leastMemory = 1e-150;

/** What the kernel exports (assembly/cochlea.ts); places are addresses. */
interface CochleaFunctions {
  layOut(samples: number, pair: number, above: number, frames: number): void;
  filter(sections: number, sectionsEnd: number, count: number): void;
  transduce(state: number, count: number, slope: number, decay: number): void;
  inhibit(state: number, count: number, frameLength: number, decay: number): void;
}

/** How the filtered sound becomes frames. */
export interface CochlearStages {
  /** Of the sigmoid that the hair cell bends the sound by, and its decay a sample; null leaves both out. */
  hairCell: { slope: number; decay: number } | null;
  /** Of the leaky integrator, a sample. */
  integratorDecay: number;
  frameLength: number;
}

/**
 * The channels of a cochlea in WebAssembly, two at a time in its vectors. The highest filter only inhibits the one
 * below it and has no channel of its own.
 */
export class CochleaKernel {
  readonly channels: number;
  /** To be filled before a run, `mostSamples` at most. */
  readonly samples: Float64Array;
  /** Of one pair of channels: what the last pair of a run left. */
  private readonly frames: Float64Array;
  private readonly memory: Float64Array;
  private readonly sections: number;
  private readonly pairs: number;
  private readonly kernel: CochleaFunctions;

  constructor(
    filters: readonly CochlearFilter[],
    private readonly stages: CochlearStages,
  ) {
    this.channels = filters.length - 1;
    this.pairs = Math.ceil(filters.length / 2);
    this.sections = Math.max(...filters.map((filter) => filter.length));
    const doubles = this.pairs * this.doublesPerPair;
    const framesOfStretch = mostSamples / stages.frameLength;
    const room = doubles + 2 * mostSamples + doublesPerVector * (mostSamples + framesOfStretch);
    const memory = new WebAssembly.Memory({ initial: Math.ceil((room * 8) / pageBytes) });
    this.memory = new Float64Array(memory.buffer, 0, doubles);
    filters.forEach((filter, channel) => this.writeFilter(filter, channel));
    if (filters.length % 2 === 1) this.writeFilter(silent, filters.length);
    const pairAt = doubles * 8;
    const framesAt = pairAt + mostSamples * vectorBytes;
    const samplesAt = framesAt + framesOfStretch * vectorBytes;
    this.frames = new Float64Array(memory.buffer, framesAt, doublesPerVector * framesOfStretch);
    this.samples = new Float64Array(memory.buffer, samplesAt, mostSamples);
    const { exports } = new WebAssembly.Instance(compiledKernel(kernelCode.cochlea), { env: { memory } });
    this.kernel = exports as unknown as CochleaFunctions;
    this.kernel.layOut(samplesAt, pairAt, samplesAt + mostSamples * 8, framesAt);
  }

  /** Runs over so many samples, whole frames of them, and writes the frames, [frames, channels]. */
  run(count: number, frames: Float32Array): void {
    const { hairCell, integratorDecay, frameLength } = this.stages;
    for (let pair = this.pairs - 1; pair >= 0; pair--) {
      const sections = pair * this.doublesPerPair * 8;
      const stages = sections + this.sections * vectorsPerSection * vectorBytes;
      this.kernel.filter(sections, stages, count);
      if (hairCell) this.kernel.transduce(stages, count, hairCell.slope, hairCell.decay);
      this.kernel.inhibit(stages + vectorBytes, count, frameLength, integratorDecay);
      this.takeFrames(pair, count / frameLength, frames);
    }
    this.forgetTraces();
  }

  private get doublesPerPair(): number {
    return doublesPerVector * (vectorsPerSection * this.sections + vectorsOfStages);
  }

  /** Lays a filter into its half of the vectors, followed by sections that change nothing. */
  private writeFilter(filter: CochlearFilter, channel: number): void {
    const from = Math.floor(channel / 2) * this.doublesPerPair + (channel % 2);
    for (let section = 0; section < this.sections; section++) {
      const coefficients = filter[section] ?? transparent;
      coefficientNames.forEach((name, i) => {
        this.memory[from + doublesPerVector * (section * vectorsPerSection + i)] = coefficients[name];
      });
    }
  }

  private takeFrames(pair: number, count: number, into: Float32Array): void {
    for (let half = 0; half < doublesPerVector; half++) {
      const channel = 2 * pair + half;
      if (channel >= this.channels) return;
      for (let frame = 0; frame < count; frame++)
        into[frame * this.channels + channel] = this.frames[doublesPerVector * frame + half];
    }
  }

  private forgetTraces(): void {
    const { memory } = this;
    for (let i = 0; i < memory.length; i++) if (Math.abs(memory[i]) < leastMemory) memory[i] = 0;
  }
}
