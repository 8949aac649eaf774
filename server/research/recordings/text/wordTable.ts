import { fileFault } from '../files/fileFault';
import type { FileHead } from '../files/fileHead';
import { mostDocumentBytes } from '../files/limits';
import { isMissing, splitCells, type Delimiter } from './cells';
import { textLayoutOf, type KnownLayout } from './textLayout';
import { textLines, type TextLine } from './textLines';

/** A table of words: events, participants, names of regions. */
export interface WordTable {
  /** Names of the columns; null without a header. */
  header: string[] | null;
  /** Cells of each row, null where one is missing. */
  rows: (string | null)[][];
  /** Number of each row's line in the file, counted from 1. */
  lines: number[];
}

const mostCells = 4_000_000;

/**
 * The cells of a CSV, TSV or whitespace text file as they stand.
 *
 * @throws AppError 'invalid' for ragged rows, 'too-large' above 64 million characters or 4 million cells, else as
 *   textLines
 */
export async function readWordTable(file: FileHead, known: KnownLayout = {}): Promise<WordTable> {
  const lines = await allLines(file);
  if (lines.length === 0) throw fileFault('invalid', file.path, 'it holds no line');
  const first = lines.slice(0, 20).map(({ text }) => text);
  const { delimiter, header } = textLayoutOf(first, known);
  const cells = splitAll(file, lines, delimiter);
  const body = header ? cells.slice(1) : cells;
  return {
    header: header ? cells[0] : null,
    rows: body.map((row) => row.map((cell) => (isMissing(cell) ? null : cell))),
    lines: lines.slice(lines.length - body.length).map(({ number }) => number),
  };
}

async function allLines(file: FileHead): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  let characters = 0;
  for await (const batch of textLines(file)) {
    for (const line of batch) {
      lines.push(line);
      characters += line.text.length;
    }
    if (characters > mostDocumentBytes) {
      throw fileFault('too-large', file.path, `over ${mostDocumentBytes} characters of text`);
    }
  }
  return lines;
}

function splitAll(file: FileHead, lines: TextLine[], delimiter: Delimiter): string[][] {
  let total = 0;
  const all: string[][] = [];
  for (const { number, text } of lines) {
    const cells = splitCells(text, delimiter);
    if (!cells)
      throw fileFault('invalid', file.path, `line ${number}: a quoted cell does not end on its line`);
    all.push(cells);
    total += cells.length;
    if (total > mostCells) throw fileFault('too-large', file.path, `over ${mostCells} cells`);
    if (cells.length !== all[0].length) {
      const reason = `line ${number}: ${cells.length} cells where the first line has ${all[0].length}`;
      throw fileFault('invalid', file.path, reason);
    }
  }
  return all;
}
