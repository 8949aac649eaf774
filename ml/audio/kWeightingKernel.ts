import * as wasm from './wasmCode';

/** The numbers of the two filters, as they lie in memory, each twice: one for either channel. */
const COEFFICIENTS = ['b0', 'b1', 'b2', 'a1', 'a2', 'c1', 'c2', 'minusTwo'] as const;
/** What the filters remember in transposed direct form II, and the energy. */
const STATE = ['shelf1', 'shelf2', 'pass1', 'pass2', 'energy'] as const;

/** Parameters: addresses of the samples of either channel, and where those of the left end. */
const [LEFT, RIGHT, LEFT_END] = [0, 1, 2];
const VECTORS = [...COEFFICIENTS, ...STATE, 'sample', 'shelved', 'weighted'] as const;
type Vector = (typeof VECTORS)[number];

const VECTOR_BYTES = 16;
const SAMPLE_BYTES = Float32Array.BYTES_PER_ELEMENT;
/** Samples of a channel filtered at once. */
export const MOST_SAMPLES = 4096;

const get = (vector: Vector) => wasm.get(LEFT_END + 1 + VECTORS.indexOf(vector));
const set = (vector: Vector, ...value: (readonly number[])[]) => [
  ...value.flat(),
  ...wasm.set(LEFT_END + 1 + VECTORS.indexOf(vector)),
];
const product = (a: Vector, b: Vector) => [...get(a), ...get(b), ...wasm.multiplyTwo];
const sum = (a: readonly number[], b: readonly number[]) => [...a, ...b, ...wasm.addTwo];
const difference = (a: readonly number[], b: readonly number[]) => [...a, ...b, ...wasm.subtractTwo];
const advance = (address: number) => [
  ...wasm.get(address),
  ...wasm.constant(SAMPLE_BYTES),
  ...wasm.addI32,
  ...wasm.set(address),
];

const body = [
  ...[...COEFFICIENTS, ...STATE].flatMap((vector, i) =>
    set(vector, wasm.constant(0), wasm.loadFour(i * VECTOR_BYTES)),
  ),
  ...wasm.repeatWhile(
    set('sample', wasm.loadPair(wasm.get(LEFT), wasm.get(RIGHT)), wasm.widenTwo),
    set('shelved', sum(product('b0', 'sample'), get('shelf1'))),
    set('shelf1', sum(difference(product('b1', 'sample'), product('a1', 'shelved')), get('shelf2'))),
    set('shelf2', difference(product('b2', 'sample'), product('a2', 'shelved'))),
    set('weighted', sum(get('shelved'), get('pass1'))),
    set('pass1', sum(difference(product('minusTwo', 'shelved'), product('c1', 'weighted')), get('pass2'))),
    set('pass2', difference(get('shelved'), product('c2', 'weighted'))),
    set('energy', sum(get('energy'), product('weighted', 'weighted'))),
    advance(RIGHT),
    advance(LEFT),
    [...wasm.get(LEFT), ...wasm.get(LEFT_END), ...wasm.isUnequal],
  ),
  ...STATE.flatMap((vector, i) => [
    ...wasm.constant(0),
    ...get(vector),
    ...wasm.storeTwo((COEFFICIENTS.length + i) * VECTOR_BYTES),
  ]),
];

/** By the names of transposed direct form II; c1 and c2 are the high-pass's a1 and a2, minusTwo is its b1. */
export type KWeightingCoefficients = Record<(typeof COEFFICIENTS)[number], number>;

let compiled: WebAssembly.Module | undefined;

/** The two filters of K-weighting for two channels side by side, in WebAssembly: its vectors hold both. */
export class KWeightingKernel {
  /** To be filled before a run, `MOST_SAMPLES` of either channel at most. */
  readonly left: Float32Array;
  readonly right: Float32Array;
  /** What the filters remember and the energy, both channels of each side by side. */
  readonly state: Float64Array;
  private readonly filter: (left: number, right: number, leftEnd: number) => void;

  constructor(coefficients: KWeightingCoefficients) {
    const memory = new WebAssembly.Memory({ initial: 1 });
    const numbers = COEFFICIENTS.flatMap((name) => [coefficients[name], coefficients[name]]);
    new Float64Array(memory.buffer).set(numbers);
    this.state = new Float64Array(memory.buffer, COEFFICIENTS.length * VECTOR_BYTES, 2 * STATE.length);
    const samplesAt = (COEFFICIENTS.length + STATE.length) * VECTOR_BYTES;
    this.left = new Float32Array(memory.buffer, samplesAt, MOST_SAMPLES);
    this.right = new Float32Array(memory.buffer, samplesAt + this.left.byteLength, MOST_SAMPLES);
    compiled ??= wasm.compileFunction({
      name: 'filter',
      parameters: LEFT_END + 1,
      locals: { i32: 0, v128: VECTORS.length },
      body,
    });
    const { filter } = new WebAssembly.Instance(compiled, { env: { memory } }).exports;
    this.filter = filter as typeof this.filter;
  }

  /** Filters so many samples, at least one. */
  run(samples: number): void {
    const from = this.left.byteOffset;
    this.filter(from, this.right.byteOffset, from + samples * SAMPLE_BYTES);
  }
}
