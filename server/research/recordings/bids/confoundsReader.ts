import { describeSeries } from '../describe/describeSeries';
import type { FileReader, ReadOptions } from '../fileReader';
import type { FileHead } from '../files/fileHead';
import { requireFinite } from '../finiteSeries';
import { readNumberTable } from '../text/numberTable';
import { namedColumns } from '../text/tableSeries';

/**
 * Confounds as fMRIPrep writes them, a row a volume. Derivatives have no value in the first row (n/a): as a series
 * they begin with the second row's, as nilearn has it, also where missing numbers are kept further down.
 */
export const confoundsReader: FileReader = {
  format: 'fMRIPrep confounds',
  recognises: ({ name }) => /_(desc-confounds_(timeseries|regressors)|confounds)\.tsv(\.gz)?$/i.test(name),
  async describe(file, options) {
    const { series } = await read(file, options);
    return describeSeries(file, series, { format: 'fMRIPrep confounds' });
  },
  async readSeries(file, options) {
    const { series, lines } = await read(file, options);
    fillFirstRow(series.values);
    if (options.missing !== 'keep') requireFinite(file.path, series, (row) => `line ${lines[row]}`);
    return series;
  },
};

async function read(file: FileHead, { signal }: ReadOptions) {
  const table = await readNumberTable(file, { known: { delimiter: '\t', header: true }, signal });
  const columns = namedColumns(table.header ?? []);
  return {
    series: { hopSeconds: null, startSeconds: null, columns, values: table.values },
    lines: table.lines,
  };
}

function fillFirstRow({
  rows,
  columns,
  values,
}: {
  rows: number;
  columns: number;
  values: Float64Array;
}): void {
  if (rows < 2) return;
  for (let column = 0; column < columns; column++) {
    if (Number.isNaN(values[column])) values[column] = values[columns + column];
  }
}
