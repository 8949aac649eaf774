import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { splitCells } from '../../text/cells';
import { textLines, type TextLine } from '../../text/textLines';

/** A line of Mind Monitor's CSV. */
export interface MuseRow {
  line: TextLine;
  /** Milliseconds of its time stamp, in a day's time without a zone. */
  milliseconds: number;
  cells: string[];
  /** What happened ("/muse/elements/blink"), in place of samples. */
  element: string | null;
}

const stamp = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)(?:[.,](\d{1,6}))?$/;

/** Lines behind the names, some hundred at once. Throws AppError 'invalid' naming the line. */
export async function* museRows(
  file: FileHead,
  names: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<MuseRow[]> {
  const element = names.indexOf('Elements');
  const raw = names.findIndex((name) => name.startsWith('RAW_'));
  let isFirst = true;
  for await (const batch of textLines(file, signal)) {
    const lines = isFirst ? batch.slice(1) : batch;
    if (batch.length > 0) isFirst = false;
    yield lines.map((line) => {
      const cells = splitCells(line.text, ',') ?? [];
      // The last cell, which names what happened, is left away where nothing did.
      if (cells.length > names.length || cells.length <= raw) {
        throw fileFault(
          'invalid',
          file.path,
          `line ${line.number}: ${cells.length} cells for ${names.length} names`,
        );
      }
      const told = element < 0 ? '' : (cells[element] ?? '');
      return { line, milliseconds: timeOf(file, line, cells[0]), cells, element: told === '' ? null : told };
    });
  }
}

function timeOf(file: FileHead, { number }: TextLine, cell: string): number {
  const parts = stamp.exec(cell);
  const [year, month, day, hour, minute, second] = (parts ?? []).slice(1, 7).map(Number);
  const time = parts ? Date.UTC(year, month - 1, day, hour, minute, second) : NaN;
  if (!Number.isNaN(time)) return time + Number(`0.${parts?.[7] ?? '0'}`) * 1000;
  throw fileFault('invalid', file.path, `line ${number}: "${cell.slice(0, 40)}" is no time`);
}
