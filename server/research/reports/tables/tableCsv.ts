import { csvRows, type CsvCell } from '@/ml/csv/csvRows';
import type { Cell, ReportTable } from './reportTable';

function csvCell(cell: Cell): CsvCell {
  return cell === null || typeof cell === 'string' ? cell : cell.value;
}

/**
 * A table as CSV with a header (RFC 4180), numbers in full precision, missing ones empty. Text that a spreadsheet would
 * take for a formula gets an apostrophe before it. Of simulated participants every row says so.
 */
export function tableCsv({ columns, rows }: ReportTable, { simulated }: { simulated: boolean }): string {
  const header = [...columns.map(({ label }) => label), ...(simulated ? ['data'] : [])];
  const lines = rows.map(({ cells }) => [...cells.map(csvCell), ...(simulated ? ['simulated'] : [])]);
  return csvRows([header, ...lines]);
}
