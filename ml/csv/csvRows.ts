import { guardFormula } from './formulaGuard';

/** A cell: what is missing is empty. */
export type CsvCell = string | number | boolean | null;

/** A row as a line of CSV (RFC 4180) without its end. Text that a spreadsheet would compute is guarded. */
export function csvRow(cells: readonly CsvCell[]): string {
  return cells.map(csvCell).join(',');
}

/** Rows as CSV, each with its end. */
export function csvRows(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${csvRow(row)}\n`).join('');
}

/** Quoted where it must be, and where a spreadsheet that divides by semicolons or tabs would begin a cell of its own. */
function csvCell(cell: CsvCell): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' ? guardFormula(cell) : String(cell);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
