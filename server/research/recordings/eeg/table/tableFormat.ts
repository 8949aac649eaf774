import { evenTiming } from '../../evenTiming';
import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { mostValues } from '../../files/limits';
import { numberOf, splitCells } from '../../text/cells';
import { textLines, type TextLine } from '../../text/textLines';
import { textReader } from '../../text/textReader';
import { frameBlocks } from '../blocks/frameBlocks';
import { lineFrames } from '../blocks/lineFrames';
import { channelKind } from '../channels/channelKind';
import type { EegFormat } from '../eegFormat';
import type { EegChannel, EegOptions, EegRecording } from '../eegRecording';
import { isComment, isElectrodeTable, requireTableHead, type TableHead } from './tableHead';

/** CSV, TSV or text with a column an electrode; its rate by a comment, a column of times, or told. */
export const tableFormat: EegFormat = {
  format: 'CSV of electrodes',
  recognises: isElectrodeTable,
  open: openTable,
  readSeries: textReader.readSeries?.bind(textReader),
};

async function openTable(file: FileHead, options: EegOptions): Promise<EegRecording> {
  const head = await requireTableHead(file, options);
  const { samples, rateHz } = await timingOf(file, head, options);
  const channels = channelsOf(head, options, { samples, rateHz });
  const cells = head.channels.map(({ cell }) => cell);
  const layout = {
    path: file.path,
    cellsOf: (line: TextLine) => cellsIn(file, head, line).filter((_, cell) => cells.includes(cell)),
    decimalComma: head.layout.decimalComma,
    width: cells.length,
  };
  return {
    format: head.layout.delimiter === '\t' ? 'TSV' : 'CSV',
    channels,
    events: [],
    trials: [],
    durationSeconds: samples / rateHz,
    startedAt: null,
    warnings:
      head.leftOut.length > 0
        ? [`columns without numbers are left out: ${head.leftOut.join(', ').slice(0, 200)}`]
        : [],
    blocks: (wish) => frameBlocks(channels, lineFrames(rowsOf(file, head, wish.signal), layout), wish),
  };
}

/** Lines of numbers, without comments and the line of names. */
async function* rowsOf(
  file: FileHead,
  { layout }: TableHead,
  signal?: AbortSignal,
): AsyncGenerator<TextLine[]> {
  let isNext = layout.header;
  for await (const batch of textLines(file, signal)) {
    const rows = batch.filter(({ text }) => !isComment(text));
    yield isNext ? rows.slice(1) : rows;
    if (rows.length > 0) isNext = false;
  }
}

function cellsIn(file: FileHead, { layout, cells: count }: TableHead, { number, text }: TextLine): string[] {
  const cells = splitCells(text, layout.delimiter);
  if (cells?.length === count) return cells;
  const reason = cells
    ? `${cells.length} cells where the first line has ${count}`
    : 'a quoted cell does not end';
  throw fileFault('invalid', file.path, `line ${number}: ${reason}`);
}

/** How many samples there are, and how many a second: as told, by the table's comment, or by its times. */
async function timingOf(
  file: FileHead,
  head: TableHead,
  options: EegOptions,
): Promise<{ samples: number; rateHz: number }> {
  const times: number[] = [];
  const lines: number[] = [];
  let samples = 0;
  for await (const rows of rowsOf(file, head, options.signal)) {
    samples += rows.length;
    if (samples > mostValues) throw fileFault('too-large', file.path, `over ${mostValues} lines`);
    if (!head.time) continue;
    for (const line of rows) {
      times.push(timeIn(file, head, line));
      lines.push(line.number);
    }
  }
  if (samples === 0) throw fileFault('invalid', file.path, 'it holds no line of numbers');
  // Times that are out of step show samples that are missing, whatever the rate is told to be.
  const hop =
    times.length > 1 ? evenTiming(file.path, times, (row) => `line ${lines[row]}`).hopSeconds : null;
  const rateHz = options.rateHz ?? head.rateHz ?? (hop === null ? null : Number((1 / hop).toPrecision(10)));
  if (rateHz !== null) return { samples, rateHz };
  const reason = 'it does not say how many samples there are in a second';
  throw fileFault(
    'invalid',
    file.path,
    `${reason}: give the rate, or write "# SamplingFrequency: 256" above its names`,
  );
}

function timeIn(file: FileHead, head: TableHead, line: TextLine): number {
  const { cell, unitSeconds } = head.time ?? { cell: 0, unitSeconds: 1 };
  const text = cellsIn(file, head, line)[cell];
  const value = numberOf(text, head.layout.decimalComma);
  if (value !== undefined && Number.isFinite(value)) return value * unitSeconds;
  throw fileFault(
    'invalid',
    file.path,
    `line ${line.number}: the time "${text.slice(0, 40)}" is not a number`,
  );
}

function channelsOf(
  head: TableHead,
  options: EegOptions,
  { samples, rateHz }: { samples: number; rateHz: number },
): EegChannel[] {
  return head.channels.map(({ name, unit }) => {
    const told = unit ?? options.unit ?? head.unit;
    return {
      name,
      unit: told,
      kind: channelKind(name, told),
      rateHz,
      samples,
      highPassHz: null,
      lowPassHz: null,
      bad: false,
    };
  });
}
