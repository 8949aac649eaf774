import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SeriesColumnFacts } from '@/db/schema';
import { describeColumns } from '../../recordings/describe/columnMoments';
import type { Series } from '../../recordings/series';
import { npyBytes } from '../../recordings/write/npyBytes';
import type { ReadSeries } from './readSeriesFile';

/** Writes a series to a new NPY file in a folder, and tells what is kept of it in the database. */
export async function keepSeries(folder: string, name: string, series: Series): Promise<ReadSeries> {
  const bytes = npyBytes(series.values);
  const file = `${randomUUID()}.npy`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, file), bytes, { flag: 'wx' });
  const { hopSeconds, startSeconds, values } = series;
  return {
    ...{ name, hopSeconds, startSeconds, samples: values.rows, columns: columnFacts(series), file },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

/** What is known of every column without its numbers. */
function columnFacts(series: Series): SeriesColumnFacts[] {
  const { rows, columns, values } = series.values;
  return describeColumns(series).map(({ name, unit, mean, standardDeviation, minimum, maximum }, column) => {
    const missing: number[] = [];
    for (let row = 0; row < rows; row++)
      if (!Number.isFinite(values[row * columns + column])) missing.push(row);
    return {
      ...{ name, unit, mean },
      // A series of one value has none, whatever the rounding of its mean.
      standardDeviation: minimum === maximum && minimum !== null ? 0 : standardDeviation,
      notFinite: missing.length,
      firstNotFinite: missing[0] ?? null,
    };
  });
}
