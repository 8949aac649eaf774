import * as wasm from './wasmCode';

/** Taps a round of the sum takes: two vectors of four. Rows of taps are whole rounds. */
export const TAPS_PER_ROUND = 8;

const FLOAT_BYTES = 4;
const PAGE_BYTES = 65_536;
const ROUND_BYTES = TAPS_PER_ROUND * FLOAT_BYTES;

/** Where the kernel reads and writes; all addresses are in bytes. */
enum Local {
  /** First sample that the next output needs. */
  Samples,
  /** Row of taps of the next output. */
  Row,
  /** Where the next output goes, and where the last one ended. */
  Output,
  OutputEnd,
  /** Length of a row. */
  RowBytes,
  /** From one output to the next: in the samples, in the rows. */
  SampleStep,
  RowStep,
  /** End and length of the table: a row beyond it is one of the next sample's. */
  TableEnd,
  TableBytes,
  Sample,
  Tap,
  RowEnd,
  EvenSums,
  OddSums,
}

const { get, set, lane, addF32, addI32 } = wasm;

const advance = (local: Local, by: Local) => [...get(local), ...get(by), ...addI32, ...set(local)];
const advanceBytes = (local: Local, bytes: number) => [
  ...get(local),
  ...wasm.constant(bytes),
  ...addI32,
  ...set(local),
];
const addProducts = (sums: Local, offset: number) => [
  ...get(Local.Sample),
  ...wasm.loadFour(offset),
  ...get(Local.Tap),
  ...wasm.loadFour(offset),
  ...wasm.multiplyFour,
  ...get(sums),
  ...wasm.addFour,
  ...set(sums),
];

/** The sum of a row's taps times the samples they meet, in eight partial sums. */
const sumRow = [
  ...wasm.fourZeros,
  ...set(Local.EvenSums),
  ...wasm.fourZeros,
  ...set(Local.OddSums),
  ...[...get(Local.Samples), ...set(Local.Sample)],
  ...[...get(Local.Row), ...set(Local.Tap)],
  ...[...get(Local.Row), ...get(Local.RowBytes), ...addI32, ...set(Local.RowEnd)],
  ...wasm.repeatWhile(
    addProducts(Local.EvenSums, 0),
    addProducts(Local.OddSums, ROUND_BYTES / 2),
    advanceBytes(Local.Sample, ROUND_BYTES),
    advanceBytes(Local.Tap, ROUND_BYTES),
    [...get(Local.Tap), ...get(Local.RowEnd), ...wasm.isUnequal],
  ),
];

const storeSum = [
  ...get(Local.Output),
  ...[...get(Local.EvenSums), ...get(Local.OddSums), ...wasm.addFour, ...set(Local.EvenSums)],
  ...[...get(Local.EvenSums), ...lane(0), ...get(Local.EvenSums), ...lane(1), ...addF32],
  ...[...get(Local.EvenSums), ...lane(2), ...get(Local.EvenSums), ...lane(3), ...addF32],
  ...addF32,
  ...wasm.storeF32,
];

const body = wasm.repeatWhile(
  sumRow,
  storeSum,
  advance(Local.Samples, Local.SampleStep),
  advance(Local.Row, Local.RowStep),
  [...get(Local.Row), ...get(Local.TableEnd), ...wasm.isAtLeast],
  wasm.when(
    [...get(Local.Row), ...get(Local.TableBytes), ...wasm.subtractI32, ...set(Local.Row)],
    advanceBytes(Local.Samples, FLOAT_BYTES),
  ),
  advanceBytes(Local.Output, FLOAT_BYTES),
  [...get(Local.Output), ...get(Local.OutputEnd), ...wasm.isUnequal],
);

let compiled: WebAssembly.Module | undefined;

/** What a kernel works with, all of it in one piece of memory of its own. */
interface KernelRoom {
  /** Rows of taps, one behind the other. */
  table: Float32Array;
  tapsPerRow: number;
  mostSamples: number;
  mostOutputs: number;
}

/** One run: outputs[k] = sum over i of row[i] * samples[start + i], `start` and `row` advancing from each to the next. */
export interface FilterRun {
  start: number;
  row: number;
  count: number;
  samplesPerOutput: number;
  rowsPerOutput: number;
}

/**
 * Sums of products of taps and samples, four at a time, in WebAssembly: plain JavaScript, which
 * cannot use the processor's vectors, takes over four times as long.
 */
export class FilterKernel {
  /** To be filled before a run. */
  readonly samples: Float32Array;
  /** Filled by a run. */
  readonly outputs: Float32Array;
  private readonly rowBytes: number;
  private readonly tableBytes: number;
  private readonly filter: (...parameters: number[]) => void;

  constructor({ table, tapsPerRow, mostSamples, mostOutputs }: KernelRoom) {
    this.rowBytes = tapsPerRow * FLOAT_BYTES;
    this.tableBytes = table.length * FLOAT_BYTES;
    const floats = table.length + mostSamples + mostOutputs;
    const memory = new WebAssembly.Memory({ initial: Math.ceil((floats * FLOAT_BYTES) / PAGE_BYTES) });
    new Float32Array(memory.buffer, 0).set(table);
    this.samples = new Float32Array(memory.buffer, this.tableBytes, mostSamples);
    this.outputs = new Float32Array(memory.buffer, this.tableBytes + mostSamples * FLOAT_BYTES, mostOutputs);
    compiled ??= wasm.compileFunction({
      name: 'filter',
      parameters: Local.TableBytes + 1,
      locals: { i32: Local.EvenSums - Local.Sample, v128: 2 },
      body,
    });
    const { filter } = new WebAssembly.Instance(compiled, { env: { memory } }).exports;
    this.filter = filter as (...parameters: number[]) => void;
  }

  /** Computes `count` outputs, at least one. Rows are taken modulo the table's. */
  run({ start, row, count, samplesPerOutput, rowsPerOutput }: FilterRun): void {
    const { rowBytes, tableBytes } = this;
    const output = this.outputs.byteOffset;
    this.filter(
      this.samples.byteOffset + start * FLOAT_BYTES,
      row * rowBytes,
      output,
      output + count * FLOAT_BYTES,
      rowBytes,
      samplesPerOutput * FLOAT_BYTES,
      rowsPerOutput * rowBytes,
      tableBytes,
      tableBytes,
    );
  }
}
