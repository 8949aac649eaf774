import type { FileHead } from '../files/fileHead';
import type { Series } from '../series';
import { describeColumns } from './columnMoments';
import type { FileDescription } from './fileDescription';

/** The description of a file that is a series, with what its own reader says of it. */
export function describeSeries(
  { name, sizeBytes }: FileHead,
  series: Series,
  said: Pick<FileDescription, 'format'> & Partial<Pick<FileDescription, 'kind' | 'details' | 'warnings'>>,
): FileDescription {
  const { hopSeconds, startSeconds, values } = series;
  const columns = describeColumns(series);
  return {
    name,
    sizeBytes,
    kind: said.kind ?? 'series',
    format: said.format,
    shape: [values.rows, values.columns],
    hopSeconds,
    rateHz: hopSeconds === null ? null : 1 / hopSeconds,
    startSeconds,
    durationSeconds: hopSeconds === null ? null : values.rows * hopSeconds,
    columns,
    events: null,
    details: said.details ?? {},
    warnings: [...(said.warnings ?? []), ...oddColumns(columns)],
  };
}

function oddColumns(columns: FileDescription['columns']): string[] {
  const missing = columns.filter((column) => column.missing > 0).map(({ name }) => name);
  const constant = columns.filter(({ minimum, maximum }) => minimum !== null && minimum === maximum);
  return [
    ...warning('numbers are missing in', missing),
    ...warning(
      'constant:',
      constant.map(({ name }) => name),
    ),
  ];
}

function warning(what: string, names: string[]): string[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, 5).join(', ');
  return [`${what} ${shown}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`];
}
