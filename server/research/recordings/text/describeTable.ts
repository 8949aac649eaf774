import type { FileDescription } from '../describe/fileDescription';
import type { FileHead } from '../files/fileHead';
import { isMissing, numberOf, splitCells } from './cells';
import { headLines } from './headLines';
import { textLayoutOf, type KnownLayout } from './textLayout';
import { readWordTable } from './wordTable';

/**
 * True for a table with a header and a column that holds nothing but words as far as the beginning of the file shows:
 * participants, names of regions, but no series of samples.
 */
export function holdsWords(file: FileHead, known: KnownLayout): boolean {
  const lines = headLines(file).slice(0, 20);
  if (lines.length < 2) return false;
  const { delimiter, decimalComma } = textLayoutOf(lines, known);
  const [names, ...rows] = lines.map((line) => splitCells(line, delimiter) ?? []);
  const isWord = (cell: string | undefined) =>
    cell !== undefined && !isMissing(cell) && numberOf(cell, decimalComma) === undefined;
  return names.some((_, column) => rows.every((row) => isWord(row[column])));
}

/** The description of a table of words. */
export async function describeTable(file: FileHead, known: KnownLayout): Promise<FileDescription> {
  const { header, rows } = await readWordTable(file, known);
  return {
    name: file.name,
    sizeBytes: file.sizeBytes,
    kind: 'table',
    format: /\.tsv/i.test(file.name) ? 'TSV' : 'CSV',
    shape: [rows.length, header?.length ?? rows[0]?.length ?? 0],
    hopSeconds: null,
    rateHz: null,
    startSeconds: null,
    durationSeconds: null,
    columns: [],
    events: null,
    details: { columns: header ?? [] },
    warnings: [],
  };
}
