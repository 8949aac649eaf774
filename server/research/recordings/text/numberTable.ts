import { doubleZeros, type DoubleMatrix } from '@/ml/linear/doubleMatrix';
import { fileFault } from '../files/fileFault';
import type { FileHead } from '../files/fileHead';
import { mostColumns, mostValues } from '../files/limits';
import { numberOf, splitCells } from './cells';
import { textLayoutOf, type KnownLayout, type TextLayout } from './textLayout';
import { textLines, type TextLine } from './textLines';

/** A table of numbers as a text file holds it. */
export interface NumberTable {
  layout: TextLayout;
  /** Names of the columns by the first line; null without a header. */
  header: string[] | null;
  /** [lines, columns]; NaN where a number is missing. */
  values: DoubleMatrix;
  /** Number of each row's line in the file, counted from 1. */
  lines: Uint32Array;
}

interface Outline {
  layout: TextLayout;
  /** Lines, the header counted. */
  lines: number;
  /** Cells of the first line. */
  first: string[];
}

const linesLookedAt = 20;

/**
 * The numbers of a CSV, TSV or whitespace text file. It is read twice: to count, then into memory of just that size.
 *
 * @param options.known what is known of its layout; the rest is found by looking
 * @throws AppError 'invalid' naming line and column for ragged rows and cells that are no number, 'unreadable' or
 *   'too-large' as textLines
 */
export async function readNumberTable(
  file: FileHead,
  { known, signal }: { known?: KnownLayout; signal?: AbortSignal } = {},
): Promise<NumberTable> {
  const outline = await outlineOf(file, { known, signal });
  const { layout, first, lines } = outline;
  const rows = lines - (layout.header ? 1 : 0);
  if (rows === 0) throw fileFault('invalid', file.path, 'it holds a header and no line of numbers');
  checkSize(file, rows, first.length);
  const table: NumberTable = {
    layout,
    header: layout.header ? first : null,
    values: doubleZeros(rows, first.length),
    lines: new Uint32Array(rows),
  };
  await fill(table, file, signal);
  return table;
}

async function outlineOf(
  file: FileHead,
  { known, signal }: { known?: KnownLayout; signal?: AbortSignal },
): Promise<Outline> {
  const looked: TextLine[] = [];
  let outline: Outline | undefined;
  let lines = 0;
  for await (const batch of textLines(file, signal)) {
    if (looked.length < linesLookedAt) looked.push(...batch.slice(0, linesLookedAt - looked.length));
    lines += batch.length;
    if (looked.length === linesLookedAt) outline ??= outlineBy(file, looked, known);
    // A packed file can go on nearly without end: it is refused as soon as it is too large.
    if (outline) checkSize(file, lines - 1, outline.first.length);
  }
  if (lines === 0) throw fileFault('invalid', file.path, 'it holds no line of numbers');
  return { ...(outline ?? outlineBy(file, looked, known)), lines };
}

function outlineBy(file: FileHead, looked: TextLine[], known?: KnownLayout): Outline {
  const texts = looked.map(({ text }) => text);
  const layout = textLayoutOf(texts, known);
  return { layout, first: cellsOf(file, looked[0], layout), lines: looked.length };
}

function checkSize(file: FileHead, rows: number, columns: number): void {
  if (columns > mostColumns) {
    throw fileFault('too-large', file.path, `${columns} columns: at most ${mostColumns}`);
  }
  if (rows * columns > mostValues) {
    const reason = `at least ${rows} lines of ${columns} columns: at most ${mostValues} numbers`;
    throw fileFault('too-large', file.path, reason);
  }
}

async function fill(table: NumberTable, file: FileHead, signal?: AbortSignal): Promise<void> {
  let row = table.header ? -1 : 0;
  for await (const batch of textLines(file, signal)) {
    for (const line of batch) {
      if (row >= table.values.rows) throw fileFault('unreadable', file.path, 'it grew while it was read');
      if (row >= 0) fillRow(table, { file, line, row });
      row++;
    }
  }
}

function fillRow(table: NumberTable, at: { file: FileHead; line: TextLine; row: number }): void {
  const { layout, values, lines } = table;
  const cells = cellsOf(at.file, at.line, layout);
  if (cells.length !== values.columns) {
    const reason = `line ${at.line.number}: ${cells.length} cells where the first line has ${values.columns}`;
    throw fileFault('invalid', at.file.path, reason);
  }
  lines[at.row] = at.line.number;
  for (let column = 0; column < cells.length; column++) {
    const value = numberOf(cells[column], layout.decimalComma);
    if (value === undefined) throw notANumber(table, { ...at, column, cell: cells[column] });
    values.values[at.row * values.columns + column] = value;
  }
}

function notANumber(
  { header }: NumberTable,
  { file, line, column, cell }: { file: FileHead; line: TextLine; column: number; cell: string },
) {
  const name = header?.[column] ? ` ${header[column]}` : '';
  const shown = cell.length > 40 ? `${cell.slice(0, 40)}…` : cell;
  const reason = `line ${line.number}, column ${column + 1}${name}: "${shown}" is not a number`;
  return fileFault('invalid', file.path, reason);
}

function cellsOf(file: FileHead, line: TextLine, { delimiter }: TextLayout): string[] {
  const cells = splitCells(line.text, delimiter);
  if (cells) return cells;
  throw fileFault('invalid', file.path, `line ${line.number}: a quoted cell does not end on its line`);
}
