import { z } from 'zod';
import { doubleColumnOf, doubleMatrixOf } from '@/ml/linear/doubleMatrix';
import { handlerOf } from '../../../analysis/serveAnalysis';
import { AppError } from '../../../base/errors';
import { cleanText } from '../../../base/cleanText';
import { readSidecar } from '../../recordings/bids/sidecar';
import { readHead } from '../../recordings/files/fileHead';
import { reduceVolumes } from '../../recordings/nifti/reduceVolumes';
import { readSeries } from '../../recordings/readSeries';
import type { Series } from '../../recordings/series';
import { readWordTable } from '../../recordings/text/wordTable';
import type { MappingRow } from '../mapping/mappingRow';
import { chosenColumns } from '../prepare/preparedRecording';
import { keepSeries } from './keepSeries';
import { readSeriesFile, readTableFile, type SeriesFile } from './readSeriesFile';

/** Reads a brought file and keeps the series that are meant of it. */
export const readSeriesHandler = handlerOf(readSeriesFile, async (file, onProgress) => {
  const series = named(chosen(await seriesOf(file, onProgress), file.row), file.row);
  return Promise.all(
    seriesByName(series, file.row).map(([name, each]) => keepSeries(file.folder, name, each)),
  );
});

/** Reads a small table of words. Throws AppError 'invalid' for one without a header. */
export const readTableHandler = handlerOf(readTableFile, async ({ path }) => {
  const { header, rows } = await readWordTable(await readHead(path), { header: true });
  if (header === null)
    throw new AppError('invalid', 'invalid table: it has no header (name its columns in the first line)');
  return rows.map((cells) =>
    Object.fromEntries(header.map((name, column) => [name, cleanText(cells[column])])),
  );
});

async function seriesOf(
  { path, row, labelPath, labelNames }: SeriesFile,
  onProgress: (fraction: number, audioSeconds: null) => void,
): Promise<Series> {
  const known = {
    ...(row.hopSeconds !== null && { hopSeconds: row.hopSeconds }),
    ...(row.startSeconds !== null && { startSeconds: row.startSeconds }),
  };
  // Missing numbers are kept: the study's check tells them by participant, run and region.
  if (labelPath === null) return timed(await readSeries(path, { ...known, missing: 'keep' }), path);
  return reduceVolumes({
    ...{ path, labels: labelPath, ...known },
    ...(labelNames !== null && { labelNames }),
    onProgress: (fraction) => onProgress(fraction, null),
  });
}

const timing = z.object({
  RepetitionTime: z.number().positive().optional(),
  SamplingFrequency: z.number().positive().optional(),
  StartTime: z.number().optional(),
});

/** A table of regions does not say its TR; the JSON beside it may, as BIDS has it. */
async function timed(series: Series, path: string): Promise<Series> {
  if (series.hopSeconds !== null) return series;
  const said = timing.safeParse(await readSidecar(path));
  if (!said.success) return series;
  const { RepetitionTime, SamplingFrequency, StartTime = null } = said.data;
  const hopSeconds = RepetitionTime ?? (SamplingFrequency === undefined ? null : 1 / SamplingFrequency);
  return { ...series, hopSeconds, startSeconds: series.startSeconds ?? StartTime };
}

/** The columns that a mapping names, by name or by number from 1. Throws AppError 'invalid' for one that is not there. */
function chosen(series: Series, { columns, file }: MappingRow): Series {
  if (columns === null) return series;
  const names = series.columns.map(({ name }) => name);
  const at = columns.map((wanted) => {
    const byName = names.indexOf(wanted);
    const found = byName === -1 ? Number(wanted) - 1 : byName;
    if (Number.isInteger(found) && found >= 0 && found < names.length) return found;
    throw new AppError('invalid', `invalid column: ${wanted} (${file} has ${names.slice(0, 12).join(', ')})`);
  });
  return {
    ...series,
    columns: at.map((index) => series.columns[index]),
    values: chosenColumns(series.values, at),
  };
}

/** The series with the names that a mapping gives its columns. Throws AppError 'invalid' where they are not as many. */
function named(series: Series, { columnNames, file }: MappingRow): Series {
  if (columnNames === null) return series;
  if (columnNames.length !== series.columns.length)
    throw new AppError(
      'invalid',
      `invalid column names: ${columnNames.length} (${file} has ${series.columns.length} columns)`,
    );
  return { ...series, columns: series.columns.map(({ unit }, at) => ({ name: columnNames[at], unit })) };
}

/** A rating without a name is one a column, each a scale; everything else is one series of all its columns. */
function seriesByName(series: Series, { use, name, file }: MappingRow): [string, Series][] {
  if (use !== 'rating' && use !== 'feature') return [[use, series]];
  if (name !== null && (use === 'feature' || series.columns.length === 1)) return [[name, series]];
  if (name !== null)
    throw new AppError(
      'invalid',
      `invalid rating: ${name} (${file} has ${series.columns.length} columns: choose one)`,
    );
  return series.columns.map((column, at) => [
    column.name,
    { ...series, columns: [column], values: doubleMatrixOf(doubleColumnOf(series.values, at), 1) },
  ]);
}
