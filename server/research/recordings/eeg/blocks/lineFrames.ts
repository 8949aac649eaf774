import { fileFault } from '../../files/fileFault';
import { numberOf } from '../../text/cells';
import type { TextLine } from '../../text/textLines';

/** How lines of text become frames of numbers. */
export interface LineLayout {
  path: string;
  /** Cells of a line that are channels; the line's own fault where they cannot be found. */
  cellsOf: (line: TextLine) => string[];
  decimalComma: boolean;
  width: number;
}

/**
 * Frames out of lines of text, a sample of all channels a line, in pieces as the lines come. A missing number is NaN.
 *
 * @throws AppError 'invalid' naming the line that holds another count of numbers, or what is none
 */
export async function* lineFrames(
  lines: AsyncIterable<TextLine[]>,
  layout: LineLayout,
): AsyncGenerator<Float64Array> {
  for await (const batch of lines) {
    const piece = new Float64Array(batch.length * layout.width);
    batch.forEach((line, at) => {
      piece.set(lineNumbers(line, layout), at * layout.width);
    });
    yield piece;
  }
}

/** The numbers of one line. Throws as lineFrames. */
export function lineNumbers(
  line: TextLine,
  { path, cellsOf, decimalComma, width }: LineLayout,
): Float64Array {
  const cells = cellsOf(line);
  if (cells.length !== width) {
    throw fileFault(
      'invalid',
      path,
      `line ${line.number}: ${cells.length} numbers where ${width} are needed`,
    );
  }
  return Float64Array.from(cells, (cell) => {
    const value = numberOf(cell, decimalComma);
    if (value !== undefined) return value;
    throw fileFault('invalid', path, `line ${line.number}: "${cell.slice(0, 40)}" is not a number`);
  });
}
