import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FilterKernel, TAPS_PER_ROUND } from './filterKernel';
import { noise } from '../testing/referenceSignals.testing';

describe('FilterKernel', () => {
  it('sums products of a row of taps and the samples it meets, whatever the steps', () => {
    fc.assert(
      fc.property(
        fc.record({
          rounds: fc.integer({ min: 1, max: 4 }),
          rows: fc.integer({ min: 1, max: 5 }),
          count: fc.integer({ min: 1, max: 20 }),
          start: fc.integer({ min: 0, max: 3 }),
          samplesPerOutput: fc.integer({ min: 0, max: 3 }),
        }),
        fc.nat(),
        fc.nat(),
        ({ rounds, rows, count, start, samplesPerOutput }, firstRow, rowStep) => {
          const tapsPerRow = rounds * TAPS_PER_ROUND;
          const [row, rowsPerOutput] = [firstRow % rows, rowStep % rows];
          const table = Float32Array.from(noise(rows * tapsPerRow));
          const kernel = new FilterKernel({ table, tapsPerRow, mostSamples: 200, mostOutputs: count });
          kernel.samples.set(noise(200));
          kernel.run({ start, row, count, samplesPerOutput, rowsPerOutput });
          for (let k = 0; k < count; k++) {
            const at = row + k * rowsPerOutput;
            const first = start + k * samplesPerOutput + Math.floor(at / rows);
            const taps = table.subarray((at % rows) * tapsPerRow, ((at % rows) + 1) * tapsPerRow);
            const sum = taps.reduce((total, tap, i) => total + tap * kernel.samples[first + i], 0);
            expect(kernel.outputs[k]).toBeCloseTo(sum, 4);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
