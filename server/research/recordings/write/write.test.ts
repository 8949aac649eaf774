import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { readSeries } from '../readSeries';
import type { Series } from '../series';
import { TestFolder } from '../testing/files.testing';
import { writeBidsStim } from './bidsStim';
import { writeSeriesNpy } from './npyBytes';
import { writeSeriesCsv } from './seriesCsv';

const folder = new TestFolder();
afterAll(() => folder.remove());

const hops = [0.008, 0.1, 0.5, 0.72, 1, 1 / 3, 2];
const word = fc.stringMatching(/^[a-z][a-zA-Z "é,;µ]{0,12}[a-z]$/);

const column = fc.record({ name: word, unit: fc.option(fc.constantFrom('dB', 'Hz', 'a.u.'), { nil: null }) });
const finite = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());

/** Series of any numbers, with a rate and a start. */
const anySeries: fc.Arbitrary<Series> = fc
  .record({
    rows: fc.integer({ min: 2, max: 30 }),
    columns: fc.uniqueArray(column, { minLength: 1, maxLength: 5, selector: ({ name }) => name }),
    hopSeconds: fc.constantFrom(...hops),
    startSeconds: fc.integer({ min: -10, max: 10 }),
  })
  .chain(({ rows, columns, ...timing }) =>
    fc
      .array(finite, { minLength: rows * columns.length, maxLength: rows * columns.length })
      .map((numbers) => ({
        ...timing,
        columns,
        values: { rows, columns: columns.length, values: Float64Array.from(numbers, (number) => number + 0) },
      })),
  );

async function expectSame(
  path: string,
  { hopSeconds, startSeconds, columns, values }: Series,
): Promise<void> {
  const again = await readSeries(path);
  expect(again.columns).toEqual(columns);
  expect([...again.values.values]).toEqual([...values.values]);
  expect(again.hopSeconds).toBeCloseTo(hopSeconds ?? NaN, 9);
  expect(again.startSeconds).toBeCloseTo(startSeconds ?? NaN, 9);
}

describe('what is written is read again, to the last digit', () => {
  it('as CSV', () =>
    fc.assert(
      fc.asyncProperty(anySeries, async (series) => {
        const path = join(folder.path, 'series.csv');
        await writeSeriesCsv(path, series);
        await expectSame(path, series);
      }),
      { numRuns: 60 },
    ));

  it('as a BIDS stimulus', () =>
    fc.assert(
      fc.asyncProperty(anySeries, async (series) => {
        await writeBidsStim(join(folder.path, 'task-x'), series);
        await expectSame(join(folder.path, 'task-x_stim.tsv.gz'), series);
      }),
      { numRuns: 60 },
    ));

  it('as NPY, numbers alone', () =>
    fc.assert(
      fc.asyncProperty(anySeries, async (series) => {
        const path = join(folder.path, 'series.npy');
        await writeSeriesNpy(path, series);
        const again = await readSeries(path);
        expect(again.values).toEqual(series.values);
      }),
      { numRuns: 60 },
    ));
});

const gap: Series = {
  hopSeconds: null,
  startSeconds: null,
  columns: [{ name: 'x', unit: null }],
  values: { rows: 2, columns: 1, values: Float64Array.of(1, NaN) },
};

it('writes a missing number as n/a, and no times where the rate is not known', async () => {
  const path = join(folder.path, 'gap.csv');
  await writeSeriesCsv(path, gap);
  const again = await readSeries(path, { missing: 'keep' });
  expect(again).toEqual(gap);
});

it('refuses a BIDS stimulus without a rate', async () => {
  await expect(writeBidsStim(join(folder.path, 'none'), gap)).rejects.toThrow('invalid hopSeconds');
});
