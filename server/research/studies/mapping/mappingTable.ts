import { csvFormatRow, csvParseRows, tsvParse } from 'd3-dsv';
import { withoutGuard } from '@/ml/csv/formulaGuard';
import { tsvTable } from '@/ml/csv/tsvTable';
import { AppError } from '../../../base/errors';
import { mappingRow, type MappingRow } from './mappingRow';

/** The columns of a mapping table, and the field of a row that each fills. */
const fields = {
  file: 'file',
  use: 'use',
  participant: 'participant',
  stimulus: 'stimulus',
  name: 'name',
  columns: 'columns',
  column_names: 'columnNames',
  hop_seconds: 'hopSeconds',
  start_seconds: 'startSeconds',
  duration_seconds: 'durationSeconds',
  after_scan: 'afterScan',
  shift_seconds: 'shiftSeconds',
  labels: 'labels',
  label_names: 'labelNames',
  mood: 'mood',
} as const satisfies Record<string, keyof MappingRow>;

/** What stands for nothing, as in BIDS. */
const none = 'n/a';

/**
 * Reads a mapping table: tab-separated, a header, a row a file or a group of its columns; empty cells and n/a for
 * nothing; columns and names of columns divided by commas, in quotes where a name holds one. Throws AppError 'invalid' with the line.
 */
export function readMappingTable(text: string): MappingRow[] {
  const table = tsvParse(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
  const unknown = table.columns.find((column) => !(column in fields));
  if (unknown !== undefined || !table.columns.includes('file') || !table.columns.includes('use')) {
    const known = Object.keys(fields).join(', ');
    throw new AppError(
      'invalid',
      `invalid mapping column: ${unknown ?? '(none)'} (file, use and any of ${known})`,
    );
  }
  return table.map((cells, at) => {
    const parsed = mappingRow.safeParse(rowOf(cells));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new AppError(
      'invalid',
      `invalid mapping, line ${at + 2}: ${issue.path.join('.')} (${issue.message})`,
    );
  });
}

function rowOf(cells: Record<string, string | undefined>): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const [column, field] of Object.entries(fields)) {
    const text = withoutGuard(cells[column]?.trim() ?? '');
    if (text === '' || text === none) continue;
    row[field] = valueOf(field, text);
  }
  return row;
}

function valueOf(field: keyof MappingRow, text: string): unknown {
  if (field === 'columns' || field === 'columnNames')
    return csvParseRows(text)
      .flat()
      .map((part) => part.trim());
  if (field.endsWith('Seconds')) return Number(text);
  if (field === 'afterScan') return truths[text.toLowerCase()] ?? text;
  return text;
}

const truths: Record<string, boolean | undefined> = {
  true: true,
  yes: true,
  '1': true,
  false: false,
  no: false,
  '0': false,
};

function textOf(value: NonNullable<MappingRow[keyof MappingRow]>): string {
  return Array.isArray(value) ? csvFormatRow(value) : String(value);
}

/** Rows as a mapping table that readMappingTable reads. */
export function writeMappingTable(rows: MappingRow[]): string {
  const cells = rows.map((row) =>
    Object.fromEntries(
      Object.entries(fields).map(([column, field]) => {
        const value = row[field];
        return [column, value === null ? none : textOf(value)];
      }),
    ),
  );
  return tsvTable(cells, Object.keys(fields));
}
