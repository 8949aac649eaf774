import { dsvFormat } from 'd3-dsv';
import { type KeyPoint } from './keyPoint';

/** The first that divides the first line into enough cells is taken: commas beside the others may be decimal ones. */
const delimiters = [';', '\t', ','] as const;
const fewestCells = 3;

/** What the columns may be called, in lower case and with anything else than letters and digits as one underscore: "Time (s)" is time_s. */
const columnNames = {
  t: ['time', 't', 'time_s', 'time_seconds', 'seconds'],
  valence: ['valence'],
  arousal: ['arousal'],
} as const;
const trackColumn = 'track_id';

const quantities = {
  t: {
    name: 'time',
    isIn: (value: number) => value >= 0,
    range: 'from 0, in seconds or as a part of the whole',
  },
  valence: { name: 'valence', isIn: (value: number) => Math.abs(value) <= 1, range: 'from -1 to 1' },
  arousal: { name: 'arousal', isIn: (value: number) => Math.abs(value) <= 1, range: 'from -1 to 1' },
};

type Quantity = keyof typeof quantities;
type Columns = Record<Quantity, number>;
type ReadNumber = (cell: string) => number;

/** The cells of a line, trimmed, and the line's number from 1. */
interface Row {
  line: number;
  cells: string[];
}

/**
 * A curve from text with a line for each moment, as key points in order of time: `t` as it is written, valence and
 * arousal in [-1, 1]. Columns are found by their names in the first line, in any order and case, whatever stands beside
 * them; without names the first three are time, valence and arousal. Between the cells are commas, or semicolons or
 * tabs, with which numbers may have a decimal comma. Cells may be quoted; blank lines and those that begin with # are
 * passed over.
 *
 * @throws RangeError naming the line and the value that cannot be read, or the column that is missing.
 */
export function readCurveCsv(text: string): KeyPoint[] {
  const { rows, numberIn } = readRows(text);
  const header = rows[0] && isHeader(rows[0].cells, numberIn) ? rows[0].cells.map(plainName) : undefined;
  const columns = header ? columnsOf(header, rows[0].cells) : { t: 0, valence: 1, arousal: 2 };
  const body = header ? rows.slice(1) : rows;
  if (body.length === 0) throw complaint('no points (lines of time, valence, arousal are needed)');
  if (header) checkOneTrack(body, header.indexOf(trackColumn));
  const read = (row: Row, quantity: Quantity) => readValue(row, { quantity, columns, numberIn });
  return body
    .map((row) => ({ t: read(row, 't'), valence: read(row, 'valence'), arousal: read(row, 'arousal') }))
    .sort((one, other) => one.t - other.t);
}

/**
 * The lines that are neither blank nor comments, and how their cells are to be taken for numbers. Read as rows: objects
 * d3-dsv would make by code it writes, which the pages' policy forbids.
 */
function readRows(text: string): { rows: Row[]; numberIn: ReadNumber } {
  const bare = text.replace(/^\ufeff/, '').replace(/^#.*$/gm, '');
  const delimiter = delimiterOf(/^.*\S.*$/m.exec(bare)?.[0] ?? '');
  let line = 1;
  const rows = dsvFormat(delimiter).parseRows(bare, (cells) => {
    const row = { line, cells: cells.map((cell) => cell.trim()) };
    line += 1 + cells.reduce((breaks, cell) => breaks + cell.split('\n').length - 1, 0);
    return row.cells.some((cell) => cell !== '') ? row : null;
  });
  return { rows, numberIn: delimiter === ',' ? decimalIn : (cell) => decimalIn(cell.replace(',', '.')) };
}

function delimiterOf(line: string): (typeof delimiters)[number] {
  const unquoted = line.replace(/"[^"]*"/g, '');
  const cells = (delimiter: string) => unquoted.split(delimiter).length;
  const most = delimiters.reduce((best, other) => (cells(other) > cells(best) ? other : best));
  return delimiters.find((delimiter) => cells(delimiter) >= fewestCells) ?? most;
}

const plainName = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '');

/** Whether a first line names its columns: it holds a name that is known, or nothing that is a number. */
function isHeader(cells: readonly string[], numberIn: ReadNumber): boolean {
  const known: readonly string[] = Object.values(columnNames).flat();
  return (
    cells.some((cell) => known.includes(plainName(cell))) || cells.every((cell) => isNaN(numberIn(cell)))
  );
}

function columnsOf(header: readonly string[], cells: readonly string[]): Columns {
  const columnOf = (quantity: Quantity): number => {
    const names: readonly string[] = columnNames[quantity];
    const places = [...header.keys()].filter((place) => names.includes(header[place]));
    const { name } = quantities[quantity];
    if (places.length === 0) throw complaint(`no column named ${name} (has ${cells.join(', ')})`);
    if (places.length > 1) {
      throw complaint(
        `${places.length} columns for ${name} (${places.map((place) => cells[place]).join(', ')})`,
      );
    }
    return places[0];
  };
  return { t: columnOf('t'), valence: columnOf('valence'), arousal: columnOf('arousal') };
}

/** Curves of several tracks one after the other, as a library is exported, are not one curve. */
function checkOneTrack(rows: readonly Row[], column: number): void {
  if (column < 0) return;
  const other = rows.find(({ cells }) => cells[column] !== rows[0].cells[column]);
  if (!other) return;
  const [first, second] = [rows[0].cells[column], other.cells[column]];
  throw complaint(
    `line ${other.line}: ${trackColumn} ${second} after ${first} (one track's curve is needed)`,
  );
}

function readValue(
  { line, cells }: Row,
  { quantity, columns, numberIn }: { quantity: Quantity; columns: Columns; numberIn: ReadNumber },
): number {
  const { name, isIn, range } = quantities[quantity];
  const cell = cells[columns[quantity]] ?? '';
  const value = numberIn(cell);
  if (!isIn(value))
    throw complaint(`line ${line}: ${name} ${cell.slice(0, 40) || 'missing'} (a number ${range})`);
  return value;
}

/** The finite number that a cell holds, in decimal writing; else NaN. */
const decimalIn: ReadNumber = (cell) =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(cell) ? Number(cell) : NaN;

const complaint = (message: string) => new RangeError(`invalid CURVE: ${message}`);
