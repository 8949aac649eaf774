import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { type SymmetricKernel } from './symmetricKernel';
import { withSymmetricKernel } from './symmetricWorkspace';
import { PlainSymmetricKernel } from './testing/plainSymmetricKernel.testing';

const sizes = fc.integer({ min: 2, max: 40 });
/** Numbers near 1, and what falls below the normal range or beyond the largest number. */
const fillings = fc.record({
  seed: fc.nat(),
  scale: fc.constantFrom(1, 1e-160, 1e160),
});

/** Runs a step of both kernels on the same memory, which afterwards has to be the same to the last bit. */
function expectSame(
  rows: number,
  fill: (kernel: SymmetricKernel) => void,
  step: (kernel: SymmetricKernel) => void,
): void {
  const plain = new PlainSymmetricKernel(rows);
  fill(plain);
  withSymmetricKernel(rows, (kernel) => {
    kernel.memory.set(plain.memory);
    step(kernel);
    step(plain);
    const different = kernel.memory.findIndex((value, at) => !Object.is(value, plain.memory[at]));
    expect(different).toBe(-1);
  });
}

function fillWith({ seed, scale }: { seed: number; scale: number }) {
  return ({ memory, layout }: SymmetricKernel) => {
    const random = createRandom(seed, 'kernel');
    const fill = (from: number, to: number) => {
      for (let at = from; at < to; at++) memory[at] = scale * random.bell();
    };
    fill(0, layout.rotations);
    fill(layout.panels, layout.length);
  };
}

describe('the kernel of symmetric matrices', () => {
  it('updates and multiplies as its plain twin, to the last bit', () => {
    fc.assert(
      fc.property(sizes, fc.nat(), fillings, (rows, part, filling) => {
        const count = 1 + (part % (rows - 1));
        expectSame(rows, fillWith(filling), (kernel) => kernel.updateAndMultiply(count));
      }),
    );
  });

  it('reflects panels as its plain twin, to the last bit', () => {
    fc.assert(
      fc.property(sizes, fillings, fc.nat(), (rows, filling, unused) => {
        const fill = (kernel: SymmetricKernel) => {
          fillWith(filling)(kernel);
          kernel.memory[kernel.layout.factors + (unused % rows)] = 0;
        };
        expectSame(rows, fill, (kernel) => kernel.reflectPanels());
      }),
    );
  });

  it('turns columns as its plain twin, to the last bit', () => {
    const sweep = fc.tuple(fc.nat(), fc.nat());
    fc.assert(
      fc.property(sizes, fillings, fc.array(sweep, { maxLength: 5 }), (rows, filling, sweeps) => {
        const fill = (kernel: SymmetricKernel) => {
          fillWith(filling)(kernel);
          sweeps.forEach(([first, count], index) => {
            const row = 1 + (first % (rows - 1));
            kernel.memory.set([row, 1 + (count % row)], kernel.layout.sweeps + 2 * index);
          });
          const turns = createRandom(filling.seed, 'turns');
          for (let at = 0; at < 2 * rows * sweeps.length; at++) {
            kernel.memory[kernel.layout.rotations + at] = turns.bell();
          }
        };
        expectSame(rows, fill, (kernel) => kernel.rotatePanels(sweeps.length));
      }),
    );
  });
});
