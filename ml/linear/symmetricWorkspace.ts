import { compiledKernel } from '../compiledKernel';
import { kernelCode } from './kernelCode';
import { type SymmetricKernel } from './symmetricKernel';
import { panelRows, symmetricLayout, type SymmetricLayout } from './symmetricMemory';

const doubleBytes = 8;
const pageBytes = 65_536;

/** A working memory of more than this, for about 2,000 rows, is given back; a smaller one is used again. */
const mostKeptBytes = 64 * 2 ** 20;

/** What the kernel exports (assembly/symmetric.ts); addresses are in bytes. */
interface SymmetricFunctions {
  layOut(rows: number, ...addresses: number[]): void;
  updateAndMultiply(count: number): void;
  reflectPanels(): void;
  rotatePanels(sweepCount: number): void;
}

interface Workspace {
  memory: WebAssembly.Memory;
  functions: SymmetricFunctions;
}

/** The one of this thread: engines set a large range of addresses aside for each memory, so there are not to be many. */
let kept: Workspace | undefined;

/**
 * What is done with a kernel that has room for a matrix of so many rows. Its memory holds what the last one left, and is
 * used again afterwards.
 *
 * @throws RangeError where there is no memory for so many rows.
 */
export function withSymmetricKernel<Result>(rows: number, work: (kernel: SymmetricKernel) => Result): Result {
  const layout = symmetricLayout(rows);
  const workspace = kept ?? openWorkspace();
  const missing = layout.length * doubleBytes - workspace.memory.buffer.byteLength;
  if (missing > 0) workspace.memory.grow(Math.ceil(missing / pageBytes));
  kept = workspace.memory.buffer.byteLength > mostKeptBytes ? undefined : workspace;
  return work(kernelIn(workspace, layout));
}

function openWorkspace(): Workspace {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(compiledKernel(kernelCode.symmetric), { env: { memory } });
  return { memory, functions: exports as unknown as SymmetricFunctions };
}

function kernelIn({ memory, functions }: Workspace, layout: SymmetricLayout): SymmetricKernel {
  const { vectors, factors, rotations, sweeps, panels, panelCount, rowLength } = layout;
  const end = panels + panelCount * rowLength * panelRows;
  const addresses = [vectors, factors, rotations, sweeps, panels, end].map((at) => at * doubleBytes);
  functions.layOut(layout.size, ...addresses);
  return {
    layout,
    memory: new Float64Array(memory.buffer, 0, layout.length),
    updateAndMultiply: (count) => functions.updateAndMultiply(count),
    reflectPanels: () => functions.reflectPanels(),
    rotatePanels: (sweepCount) => functions.rotatePanels(sweepCount),
  };
}
