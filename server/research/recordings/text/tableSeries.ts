import { doubleMatrixOf } from '@/ml/linear/doubleMatrix';
import { evenTiming } from '../evenTiming';
import type { Series, SeriesColumn } from '../series';
import type { NumberTable } from './numberTable';
import { timeUnitSeconds } from './timeColumn';

/**
 * The series in a table of numbers. A first column that its name says to be time becomes the series' rate and start;
 * the rest are its columns, named after the header or by their number. "envelope [dB]" has a unit. A first column that
 * only counts rows is left out.
 *
 * @throws AppError 'invalid' where the times are not even, naming the line
 */
export function seriesOfTable(path: string, table: NumberTable): Series {
  const unitSeconds = table.header === null ? null : timeUnitSeconds(table.header[0]);
  const names = table.header ?? Array.from({ length: table.values.columns }, (_, i) => `column ${i + 1}`);
  if (table.values.columns > 1 && countsRows(table)) {
    return {
      hopSeconds: null,
      startSeconds: null,
      columns: namedColumns(names.slice(1)),
      values: withoutFirstColumn(table),
    };
  }
  if (unitSeconds === null || table.values.columns < 2) {
    return { hopSeconds: null, startSeconds: null, columns: namedColumns(names), values: table.values };
  }
  const { rows, columns, values } = table.values;
  const times = Float64Array.from({ length: rows }, (_, row) => values[row * columns] * unitSeconds);
  return {
    ...evenTiming(path, times, (row) => `line ${table.lines[row]}`),
    columns: namedColumns(names.slice(1)),
    values: withoutFirstColumn(table),
  };
}

/** A first column without a name that counts the rows from 0 or 1, as pandas and R write it, holds nothing. */
function countsRows({ header, values: { rows, columns, values } }: NumberTable): boolean {
  if (header?.[0] !== '' || (values[0] !== 0 && values[0] !== 1)) return false;
  return Array.from({ length: rows }, (_, row) => row).every(
    (row) => values[row * columns] === values[0] + row,
  );
}

function withoutFirstColumn({ values: { rows, columns, values } }: NumberTable) {
  const kept = new Float64Array(rows * (columns - 1));
  for (let row = 0; row < rows; row++) {
    kept.set(values.subarray(row * columns + 1, (row + 1) * columns), row * (columns - 1));
  }
  return doubleMatrixOf(kept, columns - 1);
}

/** Columns of these names: each once, a number behind those that come again, for no column may be lost. */
export function namedColumns(names: readonly string[]): SeriesColumn[] {
  const seen = new Map<string, number>();
  return names.map((given, index) => {
    const { name, unit } = nameAndUnit(given === '' ? `column ${index + 1}` : given);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return { name: times === 1 ? name : `${name} (${times})`, unit };
  });
}

function nameAndUnit(text: string): SeriesColumn {
  const bracketed = /^(.*\S) \[([^[\]]+)\]$/.exec(text);
  return bracketed ? { name: bracketed[1], unit: bracketed[2] } : { name: text, unit: null };
}
