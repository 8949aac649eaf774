import { tsvFormat } from 'd3-dsv';
import { guardFormula } from './formulaGuard';

/** Rows under a header as tab-separated text, with its last end of line. Text that a spreadsheet would compute is guarded. */
export function tsvTable(
  rows: readonly Record<string, string | number>[],
  columns: readonly string[],
): string {
  const guarded = rows.map((row) =>
    Object.fromEntries(
      columns.map((column) => {
        const cell = row[column];
        return [column, typeof cell === 'string' ? guardFormula(cell) : cell];
      }),
    ),
  );
  return `${tsvFormat(guarded, [...columns])}\n`;
}
