import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { mostValues } from '../../files/limits';
import { numberOf } from '../../text/cells';
import { textLines, type TextLine } from '../../text/textLines';
import type { Frames } from '../blocks/frameBlocks';
import type { VisionHeader } from './visionHeader';

/** Samples of a data file that is text. */
export interface TextSamples {
  count: number;
  /** [frames, channels], as they are stored. */
  frames(signal?: AbortSignal): Frames;
}

/**
 * Reads through a BrainVision data file that is text, so that its samples are counted and each is known to be a
 * number. Multiplexed, a line is a sample of all channels; vectorized, it is a channel, and all are kept in memory.
 *
 * @throws AppError 'invalid' naming the line that is out of step or holds what is no number
 */
export async function readTextSamples(
  file: FileHead,
  header: VisionHeader,
  signal?: AbortSignal,
): Promise<TextSamples> {
  if (header.vectorized) return readRows(file, header, signal);
  let count = 0;
  for await (const piece of textFrames(file, header, signal)) count += piece.length / header.channels.length;
  if (count === 0) throw fileFault('invalid', file.path, 'it holds no line of numbers');
  return { count, frames: (each) => textFrames(file, header, each) };
}

async function* textFrames(
  file: FileHead,
  header: VisionHeader,
  signal?: AbortSignal,
): AsyncGenerator<Float64Array> {
  const width = header.channels.length;
  for await (const rows of rowsOf(file, header, signal)) {
    const piece = new Float64Array(rows.length * width);
    rows.forEach((row, at) => {
      const numbers = numbersOf(file, header, row);
      requireCount(file, row, { found: numbers.length, wanted: width });
      piece.set(numbers, at * width);
    });
    yield piece;
  }
}

async function readRows(file: FileHead, header: VisionHeader, signal?: AbortSignal): Promise<TextSamples> {
  const rows: Float64Array[] = [];
  for await (const batch of rowsOf(file, header, signal)) {
    for (const row of batch) {
      const numbers = numbersOf(file, header, row);
      requireCount(file, row, { found: numbers.length, wanted: rows.at(0)?.length ?? numbers.length });
      rows.push(numbers);
      if (rows.length * numbers.length > mostValues) {
        throw fileFault(
          'too-large',
          file.path,
          `over ${mostValues} numbers, a channel a line: save it as binary`,
        );
      }
    }
  }
  const width = header.channels.length;
  if (rows.length !== width || rows[0].length === 0) {
    throw fileFault('invalid', file.path, `it holds ${rows.length} lines for ${width} channels`);
  }
  return { count: rows[0].length, frames: () => turned(rows) };
}

const samplesAtOnce = 1024;

/** Rows of channels as frames of samples. */
async function* turned(rows: readonly Float64Array[]): AsyncGenerator<Float64Array> {
  const count = rows[0].length;
  for (let from = 0; from < count; from += samplesAtOnce) {
    const length = Math.min(samplesAtOnce, count - from);
    const piece = new Float64Array(length * rows.length);
    rows.forEach((row, channel) => {
      for (let i = 0; i < length; i++) piece[i * rows.length + channel] = row[from + i];
    });
    yield await Promise.resolve(piece);
  }
}

/** Lines behind those that the header has skipped. */
async function* rowsOf(
  file: FileHead,
  { text }: VisionHeader,
  signal?: AbortSignal,
): AsyncGenerator<TextLine[]> {
  for await (const batch of textLines(file, signal)) {
    yield batch.filter(({ number }) => number > text.skipLines);
  }
}

function numbersOf(file: FileHead, { text }: VisionHeader, { number, text: row }: TextLine): Float64Array {
  const cells = cellsOf(row).slice(text.skipColumns);
  return Float64Array.from(cells, (cell) => {
    const value = numberOf(cell, text.decimalComma);
    if (value !== undefined) return value;
    throw fileFault('invalid', file.path, `line ${number}: "${cell.slice(0, 40)}" is not a number`);
  });
}

function cellsOf(row: string): string[] {
  const cells = row.trim().split(/[\s;]+/);
  return cells.length > 1 || !row.includes(',') ? cells : row.split(',').map((cell) => cell.trim());
}

function requireCount(
  file: FileHead,
  { number }: TextLine,
  { found, wanted }: { found: number; wanted: number },
): void {
  if (found === wanted) return;
  throw fileFault('invalid', file.path, `line ${number}: ${found} numbers where ${wanted} are needed`);
}
