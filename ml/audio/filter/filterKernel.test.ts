import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FilterKernel, tapsPerRound } from './filterKernel';
import { plainFilter } from '../testing/plainKernels.testing';
import { noise } from '../testing/referenceSignals.testing';

const runs = fc
  .record({
    rounds: fc.integer({ min: 1, max: 4 }),
    rows: fc.integer({ min: 1, max: 5 }),
    count: fc.integer({ min: 1, max: 20 }),
    start: fc.integer({ min: 0, max: 3 }),
    samplesPerOutput: fc.integer({ min: 0, max: 3 }),
    firstRow: fc.nat(),
    rowStep: fc.nat(),
  })
  .map(({ rounds, rows, firstRow, rowStep, ...run }) => ({
    tapsPerRow: rounds * tapsPerRound,
    rows,
    run: { ...run, row: firstRow % rows, rowsPerOutput: rowStep % rows },
  }));

describe('FilterKernel', () => {
  it('sums products of a row of taps and the samples it meets, whatever the steps', () => {
    fc.assert(
      fc.property(runs, ({ tapsPerRow, rows, run }) => {
        const { start, row, count, samplesPerOutput, rowsPerOutput } = run;
        const table = Float32Array.from(noise(rows * tapsPerRow));
        const kernel = new FilterKernel({ table, tapsPerRow, mostSamples: 200, mostOutputs: count });
        kernel.samples.set(noise(200));
        kernel.run(run);
        for (let k = 0; k < count; k++) {
          const at = row + k * rowsPerOutput;
          const first = start + k * samplesPerOutput + Math.floor(at / rows);
          const taps = table.subarray((at % rows) * tapsPerRow, ((at % rows) + 1) * tapsPerRow);
          const sum = taps.reduce((total, tap, i) => total + tap * kernel.samples[first + i], 0);
          expect(kernel.outputs[k]).toBeCloseTo(sum, 4);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('equals its plain twin to the last bit', () => {
    // Sound, and what falls below the normal range or beyond the largest number.
    const sounds = fc.record({ seed: fc.nat(), scale: fc.constantFrom(1, 1e-20, 1e20) });
    fc.assert(
      fc.property(runs, sounds, ({ tapsPerRow, rows, run }, { seed, scale }) => {
        const table = Float32Array.from(noise(rows * tapsPerRow, seed), (x) => scale * x);
        const kernel = new FilterKernel({ table, tapsPerRow, mostSamples: 200, mostOutputs: run.count });
        kernel.samples.set(noise(200, seed + 1).map((x) => scale * x));
        kernel.run(run);
        expect(kernel.outputs).toEqual(plainFilter({ table, tapsPerRow }, kernel.samples, run));
      }),
      { numRuns: 200 },
    );
  });
});
