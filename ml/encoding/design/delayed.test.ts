import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { product } from '../../linear/product';
import { delayed } from './delayed';
import { delayedColumns } from './delayedColumns';
import { delayedKernel } from './delayedKernel';
import { sampleLayout } from '../samples/sampleLayout';
import { referenceValues, rowsAsLists } from '../testing/referenceValues.testing';

/** What reference/ridge.py wrote. */
const reference = JSON.parse(readFileSync(new URL('../reference/ridge.json', import.meta.url), 'utf8')) as {
  delayed: number[][];
};

describe('delayed', () => {
  it('is worked by hand: what was so much before, and 0 beyond', () => {
    const feature = { rows: 4, columns: 1, values: Float64Array.of(1, 2, 3, 4) };
    expect(rowsAsLists(delayed(feature, { delays: [0, 1, -1] }))).toEqual([
      [1, 0, 2],
      [2, 1, 3],
      [3, 2, 4],
      [4, 3, 0],
    ]);
  });

  it('reaches into the samples before the recording where there are any', () => {
    const feature = { rows: 6, columns: 1, values: Float64Array.of(1, 2, 3, 4, 5, 6) };
    const options = { delays: [0, 2, 3], before: 2, samples: 3 };
    expect(rowsAsLists(delayed(feature, options))).toEqual([
      [3, 1, 0],
      [4, 2, 1],
      [5, 3, 2],
    ]);
  });

  it('is what the voxelwise tutorials’ Delayer makes', () => {
    expect(rowsAsLists(delayed(referenceValues(7, 2, 8), { delays: [0, 2, -1] }))).toEqual(
      reference.delayed.map((row) => row.map((value) => expect.closeTo(value, 9) as number)),
    );
  });
});

describe('delayedKernel', () => {
  const pieces = fc.array(
    fc.record({ samples: fc.integer({ min: 4, max: 8 }), before: fc.nat(3), after: fc.nat(3) }),
    { minLength: 1, maxLength: 3 },
  );

  it('is the product of the delayed columns, by sums of the undelayed kernel or not', async () => {
    const delays = fc.uniqueArray(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        pieces,
        delays,
        fc.constantFrom('features' as const, 'columns' as const),
        async (sizes, chosen, standardise) => {
          const series = {
            columns: 2,
            pieces: sizes.map(({ samples, before, after }, piece) =>
              referenceValues(samples + before + after, 2, piece),
            ),
          };
          const before = sizes.map((size) => size.before);
          const options = { layout: sampleLayout(sizes), before, delays: chosen, standardise, threads: 1 };
          const columns = delayedColumns(series, options);
          const expected = await product(columns, columns, { transposeRight: true });
          const found = await delayedKernel(series, options);
          expected.values.forEach((value, at) => expect(found.values[at]).toBeCloseTo(value, 10));
        },
      ),
      { numRuns: 40 },
    );
  });
});
