import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { mostValues } from '../../files/limits';
import { textLines, type TextLine } from '../../text/textLines';
import type { Frames } from '../blocks/frameBlocks';
import { lineFrames, lineNumbers, type LineLayout } from '../blocks/lineFrames';
import type { VisionHeader } from './visionHeader';

/** Samples of a data file that is text. */
export interface TextSamples {
  count: number;
  /** [frames, channels], as they are stored. */
  frames: (signal?: AbortSignal) => Frames;
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
  const width = header.channels.length;
  const frames = (each?: AbortSignal) =>
    lineFrames(rowsOf(file, header, each), layoutOf(file, header, width));
  let count = 0;
  for await (const piece of frames(signal)) count += piece.length / width;
  if (count === 0) throw fileFault('invalid', file.path, 'it holds no line of numbers');
  return { count, frames };
}

function layoutOf({ path }: FileHead, { text }: VisionHeader, width: number): LineLayout {
  const cellsOf = (line: TextLine) => splitRow(line.text).slice(text.skipColumns);
  return { path, cellsOf, decimalComma: text.decimalComma, width };
}

function splitRow(row: string): string[] {
  const cells = row.trim().split(/[\s;]+/);
  return cells.length > 1 || !row.includes(',') ? cells : row.split(',').map((cell) => cell.trim());
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

async function readRows(file: FileHead, header: VisionHeader, signal?: AbortSignal): Promise<TextSamples> {
  const rows: Float64Array[] = [];
  let layout: LineLayout | undefined;
  for await (const batch of rowsOf(file, header, signal)) {
    for (const line of batch) {
      layout ??= layoutOf(file, header, splitRow(line.text).length - header.text.skipColumns);
      rows.push(lineNumbers(line, layout));
      if (rows.length * layout.width > mostValues) {
        const reason = `over ${mostValues} numbers, a channel a line: save it as binary`;
        throw fileFault('too-large', file.path, reason);
      }
    }
  }
  const wanted = header.channels.length;
  if (rows.length === wanted && rows[0].length > 0)
    return { count: rows[0].length, frames: () => turned(rows) };
  throw fileFault('invalid', file.path, `it holds ${rows.length} lines for ${wanted} channels`);
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
