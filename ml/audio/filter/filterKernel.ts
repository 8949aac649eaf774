import { compiledKernel } from '../../compiledKernel';
import { kernelCode } from './kernelCode';

/** Taps a round of the sum takes: two vectors of four. Rows of taps are whole rounds. */
export const tapsPerRound = 8;

const floatBytes = 4;
const pageBytes = 65_536;

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

/** What the kernel exports (assembly/filter.ts); addresses and steps are in bytes. */
interface FilterFunctions {
  layOut(tableLength: number, rowLength: number, outputs: number): void;
  filter(samples: number, row: number, count: number, sampleStep: number, rowStep: number): void;
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
  private readonly kernel: FilterFunctions;

  constructor({ table, tapsPerRow, mostSamples, mostOutputs }: KernelRoom) {
    this.rowBytes = tapsPerRow * floatBytes;
    const tableBytes = table.length * floatBytes;
    const floats = table.length + mostSamples + mostOutputs;
    const memory = new WebAssembly.Memory({ initial: Math.ceil((floats * floatBytes) / pageBytes) });
    new Float32Array(memory.buffer, 0).set(table);
    this.samples = new Float32Array(memory.buffer, tableBytes, mostSamples);
    this.outputs = new Float32Array(memory.buffer, tableBytes + mostSamples * floatBytes, mostOutputs);
    const { exports } = new WebAssembly.Instance(compiledKernel(kernelCode.filter), { env: { memory } });
    this.kernel = exports as unknown as FilterFunctions;
    this.kernel.layOut(tableBytes, this.rowBytes, this.outputs.byteOffset);
  }

  /** Computes `count` outputs, at least one. Rows are taken modulo the table's. */
  run({ start, row, count, samplesPerOutput, rowsPerOutput }: FilterRun): void {
    const { rowBytes } = this;
    this.kernel.filter(
      this.samples.byteOffset + start * floatBytes,
      row * rowBytes,
      count,
      samplesPerOutput * floatBytes,
      rowsPerOutput * rowBytes,
    );
  }
}
