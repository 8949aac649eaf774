import { z } from 'zod';
import { describeSeries } from '../describe/describeSeries';
import type { FileReader, ReadOptions } from '../fileReader';
import { fileFault } from '../files/fileFault';
import type { FileHead } from '../files/fileHead';
import { requireFinite } from '../finiteSeries';
import type { Series } from '../series';
import { readNumberTable } from '../text/numberTable';
import { namedColumns } from '../text/tableSeries';
import { readSidecar } from './sidecar';

const sidecarShape = z.object({
  SamplingFrequency: z.number().positive(),
  StartTime: z.number(),
  Columns: z.array(z.string().min(1)).min(1),
});
const unitShape = z.object({ Units: z.string() });

/** BIDS's continuous recordings, _physio and _stim: numbers in a packed TSV, all else in the JSON beside it. */
export const continuousReader: FileReader = {
  format: 'BIDS physio and stim',
  recognises: ({ name }) => /_(physio|stim)\.tsv(\.gz)?$/i.test(name),
  async describe(file, options) {
    const { series } = await read(file, options);
    const suffix = /_stim\./i.test(file.name) ? 'stim' : 'physio';
    return describeSeries(file, series, { format: `BIDS ${suffix}` });
  },
  async readSeries(file, options) {
    const { series, lines } = await read(file, options);
    if (options.missing !== 'keep') requireFinite(file.path, series, (row) => `line ${lines[row]}`);
    return series;
  },
};

async function read(
  file: FileHead,
  { signal }: ReadOptions,
): Promise<{ series: Series; lines: Uint32Array }> {
  const said = await readSidecar(file.path);
  const parsed = sidecarShape.safeParse(said);
  if (!parsed.success) throw incomplete(file, said);
  const { SamplingFrequency, StartTime, Columns } = parsed.data;
  const { values, lines } = await readNumberTable(file, {
    known: { delimiter: '\t', header: false },
    signal,
  });
  if (Columns.length !== values.columns) {
    const reason = `it has ${values.columns} columns, its JSON file names ${Columns.length}`;
    throw fileFault('invalid', file.path, reason);
  }
  const columns = namedColumns(Columns).map((column, index) => ({
    ...column,
    unit: unitShape.safeParse(said[Columns[index]]).data?.Units ?? column.unit,
  }));
  const hopSeconds = Number((1 / SamplingFrequency).toPrecision(12));
  return { series: { hopSeconds, startSeconds: StartTime, columns, values }, lines };
}

function incomplete({ path }: FileHead, said: Record<string, unknown>) {
  const wanted = 'SamplingFrequency (above 0), StartTime and Columns';
  const reason =
    Object.keys(said).length === 0
      ? `the JSON file beside it is missing: it must say ${wanted}`
      : `the JSON file beside it must say ${wanted}`;
  return fileFault('invalid', path, reason);
}
