import { withoutGuard } from '@/ml/csv/formulaGuard';

/** What stands between the cells of a line: ' ' is any run of blanks. */
export type Delimiter = '\t' | ';' | ',' | ' ';

/**
 * The cells of one line, without blanks and quotation marks around them; a doubled mark within quotes is one
 * (RFC 4180), and the apostrophe by which we keep spreadsheets from computing a text is taken away. Null where a quoted cell does not end on the line.
 */
export function splitCells(line: string, delimiter: Delimiter): string[] | null {
  const cells = quotedCells(line, delimiter);
  return cells && line.includes("'") ? cells.map(withoutGuard) : cells;
}

function quotedCells(line: string, delimiter: Delimiter): string[] | null {
  if (delimiter === ' ') return line.trim().split(/\s+/).map(unquoted);
  if (!line.includes('"')) return line.split(delimiter).map((cell) => cell.trim());
  return splitQuoted(line, delimiter);
}

const unquoted = (cell: string) =>
  cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1) : cell;

function splitQuoted(line: string, delimiter: Delimiter): string[] | null {
  const cells: string[] = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at <= line.length; at++) {
    if (at === line.length || (line[at] === delimiter && !quoted)) {
      cells.push(plainCell(line.slice(start, at).trim()));
      start = at + 1;
    } else if (line[at] === '"') quoted = !quoted;
  }
  return quoted ? null : cells;
}

function plainCell(cell: string): string {
  return cell.length > 1 && cell.startsWith('"') && cell.endsWith('"')
    ? cell.slice(1, -1).replaceAll('""', '"')
    : cell;
}

const plainNumber = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const commaNumber = /^[-+]?(\d+,\d*|,\d+)(e[-+]?\d+)?$/i;
const missing = new Set(['', 'nan', 'n/a', 'na', 'null', 'none', '#n/a', '-nan']);
const infinite = /^([-+]?)(inf|infinity)$/i;

/** True for what stands where a number is missing: nothing, n/a (BIDS), NaN, NA (R), null. */
export function isMissing(cell: string): boolean {
  return missing.has(cell.toLowerCase());
}

/** True for a number that can only have been written with a decimal comma. */
export function hasDecimalComma(cell: string): boolean {
  return commaNumber.test(cell);
}

/**
 * The number that a cell holds: NaN where it is missing, undefined where it holds anything else. Whole and decimal
 * numbers with an exponent are read, and Infinity, which no series may hold but a message should name.
 */
export function numberOf(cell: string, decimalComma: boolean): number | undefined {
  if (plainNumber.test(cell)) return Number(cell);
  if (isMissing(cell)) return NaN;
  if (decimalComma && commaNumber.test(cell)) return Number(cell.replace(',', '.'));
  const sign = infinite.exec(cell);
  return sign ? (sign[1] === '-' ? -Infinity : Infinity) : undefined;
}
