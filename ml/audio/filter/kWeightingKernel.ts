import { compiledKernel } from '../../compiledKernel';
import { kernelCode } from './kernelCode';

/** The numbers of the two filters, as they lie in memory, each twice: one for either channel. */
const coefficientNames = ['b0', 'b1', 'b2', 'a1', 'a2', 'c1', 'c2', 'minusTwo'] as const;
/** What the filters remember in transposed direct form II, and the energy. */
const stateNames = ['shelf1', 'shelf2', 'pass1', 'pass2', 'energy'] as const;

const vectorBytes = 16;
/** Samples of a channel filtered at once. */
export const mostSamples = 4096;

/** By the names of transposed direct form II; c1 and c2 are the high-pass's a1 and a2, minusTwo is its b1. */
export type KWeightingCoefficients = Record<(typeof coefficientNames)[number], number>;

/** What the kernel exports (assembly/kWeighting.ts): it takes addresses. */
interface KWeightingFunctions {
  filter(left: number, right: number, leftEnd: number): void;
}

/** The two filters of K-weighting for two channels side by side, in WebAssembly: its vectors hold both. */
export class KWeightingKernel {
  /** To be filled before a run, `mostSamples` of either channel at most. */
  readonly left: Float32Array;
  readonly right: Float32Array;
  /** What the filters remember and the energy, both channels of each side by side. */
  readonly state: Float64Array;
  private readonly kernel: KWeightingFunctions;

  constructor(coefficients: KWeightingCoefficients) {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const numbers = coefficientNames.flatMap((name) => [coefficients[name], coefficients[name]]);
    new Float64Array(memory.buffer).set(numbers);
    this.state = new Float64Array(
      memory.buffer,
      coefficientNames.length * vectorBytes,
      2 * stateNames.length,
    );
    const samplesAt = this.state.byteOffset + this.state.byteLength;
    this.left = new Float32Array(memory.buffer, samplesAt, mostSamples);
    this.right = new Float32Array(memory.buffer, samplesAt + this.left.byteLength, mostSamples);
    const { exports } = new WebAssembly.Instance(compiledKernel(kernelCode.kWeighting), { env: { memory } });
    this.kernel = exports as unknown as KWeightingFunctions;
  }

  /** Filters so many samples, at least one. */
  run(samples: number): void {
    const from = this.left.byteOffset;
    this.kernel.filter(from, this.right.byteOffset, from + samples * Float32Array.BYTES_PER_ELEMENT);
  }
}
