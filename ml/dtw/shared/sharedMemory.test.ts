import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SharedMemory } from './sharedMemory';

const megabyte = 2 ** 20;

describe('SharedMemory', () => {
  it('takes no more for searches of every size, one after the other, than for the largest', () => {
    const memory = new SharedMemory();
    memory.giveBack(memory.take(40 * megabyte), 40 * megabyte);
    const after = memory.bytes;
    for (let size = megabyte; size < 40 * megabyte; size += 100_000) {
      memory.giveBack(memory.take(size), size);
    }
    expect(memory.bytes).toBe(after);
  });

  it('gives nobody what another has', () => {
    const change = fc.record({ size: fc.integer({ min: 1, max: 4 * megabyte }), give: fc.nat(7) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const memory = new SharedMemory();
        const taken: { address: number; size: number }[] = [];
        for (const { size, give } of changes) {
          const address = memory.take(size);
          expect(address % 16).toBe(0);
          for (const other of taken) {
            const isApart = address + size <= other.address || other.address + other.size <= address;
            expect(isApart).toBe(true);
          }
          taken.push({ address, size });
          const [gone] = taken.splice(give, 1);
          if (gone) memory.giveBack(gone.address, gone.size);
        }
      }),
    );
  });
});
