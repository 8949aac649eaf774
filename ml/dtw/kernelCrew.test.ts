import { afterEach, describe, expect, it } from 'vitest';
import { KernelCrew, type SharedWork } from './kernelCrew';
import { kernelMemory, kernelModule } from './kernelModule';

const kernel = kernelModule('wholeTracks')!;
const memory = kernelMemory();
const exports = new WebAssembly.Instance(kernel, { env: { memory } }).exports as unknown as SharedWork;
let crew: KernelCrew | undefined;

afterEach(() => crew?.stop());

describe('KernelCrew', () => {
  it('gives each share to one thread, whenever the helpers join', async () => {
    crew = new KernelCrew(exports, { kernel, memory, helpers: 3 });
    const sums = new Int32Array(memory.buffer, 512, 4);
    while (crew.size < 4) {
      crew.run(100);
      expect(sums.reduce((sum, part) => sum + part)).toBe(4950);
      sums.fill(0);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    for (let round = 0; round < 2000; round++) crew.run(100);
    expect(sums.reduce((sum, part) => sum + part)).toBe(2000 * 4950);
  });
});
