import { tsvFormatRows } from 'd3-dsv';
import { guardFormula } from '@/ml/csv/formulaGuard';
import { readSeries } from '../../recordings/readSeries';
import type { Series } from '../../recordings/series';
import { bidsStim } from '../../recordings/write/bidsStim';
import { cellOf } from '../../recordings/write/seriesCsv';
import { mappingRow, type MappingRow } from '../mapping/mappingRow';
import type { InputSeries } from '../prepare/studyInput';
import { textEntry, type ExportEntry } from '../../../base/exportEntry';
import type { ExportNames } from './exportNames';

/** A series of more numbers than this is exported as NPY: as text it would be read and written for minutes. */
const mostTextNumbers = 1_000_000;

/** The files of one series, and the row by which they are read again. */
export interface ExportedSeries {
  entries: ExportEntry[];
  row: MappingRow;
}

/**
 * A series in a plain format: ratings and features as BIDS continuous recordings, recordings and confounds as tables,
 * large ones as NPY. All digits are kept.
 */
export async function exportSeries(series: InputSeries, names: ExportNames): Promise<ExportedSeries> {
  const stem = stemOf(series, names);
  const { kind, participant, stimulus, name, hopSeconds, startSeconds, columns } = series;
  const common = {
    ...{ use: kind, participant, stimulus, startSeconds },
    ...(hopSeconds !== null && { hopSeconds }),
    ...((kind === 'rating' || kind === 'feature') && { name }),
    ...{ afterScan: series.afterScan, shiftSeconds: series.shiftSeconds },
  };
  if (series.samples * columns.length > mostTextNumbers) {
    const file = `${stem}_${suffixOf(series)}.npy`;
    return {
      entries: [{ name: file, path: series.path }],
      row: mappingRow.parse({ ...common, file, columnNames: columns }),
    };
  }
  const { values } = await readSeries(series.path, { missing: 'keep' });
  const whole: Series = {
    hopSeconds,
    startSeconds,
    values,
    columns: columns.map((each) => ({ name: each, unit: null })),
  };
  const entries = entriesOf(series, whole, stem);
  return { entries, row: mappingRow.parse({ ...common, file: entries[0].name, columnNames: columns }) };
}

function entriesOf(series: InputSeries, whole: Series, stem: string): ExportEntry[] {
  const { kind, hopSeconds } = series;
  if ((kind === 'rating' || kind === 'feature') && hopSeconds !== null) {
    const { tsv, json } = bidsStim(whole, descriptionOf(series));
    const name = `${stem}_${suffixOf(series)}`;
    return [{ name: `${name}.tsv.gz`, bytes: tsv }, textEntry(`${name}.json`, json)];
  }
  const { rows, columns, values } = whole.values;
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns), cellOf),
  );
  const header = whole.columns.map(({ name }) => guardFormula(name));
  return [textEntry(`${stem}_${suffixOf(series)}.tsv`, `${tsvFormatRows([header, ...cells])}\n`)];
}

function descriptionOf({ kind, name, afterScan, shiftSeconds }: InputSeries): string {
  if (kind === 'feature') return `${name}, a feature of the sound`;
  const when = afterScan ? 'given after the scan' : 'given during the scan, or without one';
  return `continuous rating of ${name}, ${when}; to be moved earlier by ${shiftSeconds} s`;
}

const suffixes = { recording: 'timeseries', confounds: 'timeseries', rating: 'physio', feature: 'stim' };

function suffixOf({ kind }: InputSeries): string {
  return suffixes[kind];
}

function stemOf({ kind, participant, stimulus, name }: InputSeries, names: ExportNames): string {
  const task = `task-${names.label('task', stimulus)}`;
  const what = {
    recording: 'desc-regions',
    confounds: 'desc-confounds',
    rating: `recording-${names.label('recording', name)}`,
    feature: `desc-${names.label('desc', name)}`,
  }[kind];
  if (participant === null) return `stimuli/${task}_${what}`;
  const sub = `sub-${names.label('sub', participant)}`;
  return `${sub}/${kind === 'rating' ? 'beh' : 'func'}/${sub}_${task}_${what}`;
}
