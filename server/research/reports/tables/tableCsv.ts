import { csvFormatRows } from 'd3-dsv';
import type { Cell, ReportTable } from './reportTable';

/** A spreadsheet takes text that begins so for a formula. */
const formula = /^[=+\-@\t\r]/;

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return formula.test(cell) ? `'${cell}` : cell;
  return cell.value === null ? '' : String(cell.value);
}

/**
 * A table as CSV with a header (RFC 4180), numbers in full precision, missing ones empty. Text that a spreadsheet would
 * take for a formula gets an apostrophe before it. Of simulated participants every row says so.
 */
export function tableCsv({ columns, rows }: ReportTable, { simulated }: { simulated: boolean }): string {
  const header = [...columns.map(({ label }) => csvCell(label)), ...(simulated ? ['data'] : [])];
  const lines = rows.map(({ cells }) => [...cells.map(csvCell), ...(simulated ? ['simulated'] : [])]);
  return `${csvFormatRows([header, ...lines])}\n`;
}
