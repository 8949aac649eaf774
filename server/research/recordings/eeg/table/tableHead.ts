import { fileFault } from '../../files/fileFault';
import type { FileHead } from '../../files/fileHead';
import { numberOf, splitCells } from '../../text/cells';
import { headLines } from '../../text/headLines';
import { namedColumns } from '../../text/tableSeries';
import { textLayoutOf, type TextLayout } from '../../text/textLayout';
import { timeUnitSeconds } from '../../text/timeColumn';
import { FileParts } from '../blocks/fileParts';
import type { EegOptions } from '../eegRecording';
import { nameElectrodes } from '../channels/channelKind';

/** What the beginning of a table of electrodes says. */
export interface TableHead {
  layout: TextLayout;
  cells: number;
  /** Which cells are channels, with their names and units. */
  channels: { cell: number; name: string; unit: string | null }[];
  /** The cell of times with seconds of its unit; null without one. */
  time: { cell: number; unitSeconds: number } | null;
  /** By a comment in its head, such as "# SamplingFrequency: 256". */
  rateHz: number | null;
  unit: string | null;
  /** Columns that are no numbers. */
  leftOut: string[];
}

const rateWords =
  /(?:sampling.?frequency|sampl(?:e|ing).?rate|rate.?hz|srate|sfreq|\bfs\b)[^\d\n]{0,20}?(\d+(?:\.\d+)?)/i;
const unitWords = /\bunits?\b\s*[:=]\s*([^\s,;]+)/i;
const counts = /^(index|sample.?index|sample|samples|n|no|row)?$/i;

/** Lines of comments begin with # or, of OpenBCI, with %. */
export const isComment = (line: string) => /^\s*[#%]/.test(line);

/**
 * Reads the beginning of a table of electrodes: comments with its rate and unit, a line of names, perhaps a column of
 * times. Null for what is no such table.
 */
function tableHead(file: FileHead, known: EegOptions = {}): TableHead | null {
  if (file.bytes.some((byte) => byte === 0)) return null;
  const text = new TextDecoder().decode(file.bytes);
  const comments = text.split(/\r?\n/).filter(isComment).join('\n');
  const lines = headLines(file).filter((line) => !isComment(line));
  if (lines.length < 2) return null;
  const { delimiter, decimalComma, header } = known;
  const layout = textLayoutOf(lines.slice(0, 20), given({ delimiter, decimalComma, header }));
  const [names, ...rows] = lines.slice(0, 20).map((line) => splitCells(line, layout.delimiter) ?? []);
  const rate = Number(rateWords.exec(comments)?.[1] ?? NaN);
  const first = layout.header ? rows[0] : names;
  const heads = layout.header ? names : first.map((_, index) => `column ${index + 1}`);
  return {
    layout,
    cells: heads.length,
    ...columnsOf(heads, first, layout.decimalComma),
    rateHz: rate > 0 && Number.isFinite(rate) ? rate : null,
    unit: unitWords.exec(comments)?.[1] ?? null,
  };
}

function given<Options extends object>(options: Options): Partial<Options> {
  const told = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.fromEntries(told) as Partial<Options>;
}

function columnsOf(
  names: readonly string[],
  first: readonly string[],
  decimalComma: boolean,
): Pick<TableHead, 'channels' | 'time' | 'leftOut'> {
  const unitSeconds = names.map(timeUnitSeconds);
  const isNumber = (cell: number) => numberOf(first[cell] ?? '', decimalComma) !== undefined;
  const time = names.findIndex((_, cell) => unitSeconds[cell] !== null && isNumber(cell));
  const cells = names
    .map((_, cell) => cell)
    .filter((cell) => unitSeconds[cell] === null && !(cell === 0 && counts.test(names[0])));
  const numbers = cells.filter(isNumber);
  const named = namedColumns(numbers.map((cell) => names[cell]));
  return {
    channels: numbers.map((cell, index) => ({ cell, ...named[index] })),
    time: time < 0 ? null : { cell: time, unitSeconds: unitSeconds[time] ?? 1 },
    leftOut: cells.filter((cell) => !isNumber(cell)).map((cell) => names[cell]),
  };
}

/** True for a table that says by itself that it is of electrodes, by their names, and how fast it was sampled. */
export function isElectrodeTable(file: FileHead): boolean {
  const head = tableHead(file);
  if (!head || (head.rateHz === null && head.time === null)) return false;
  return nameElectrodes(head.channels.map(({ name }) => name)) || head.channels.some(isOpenBci);
}

const isOpenBci = ({ name }: { name: string }) => /^EXG Channel \d+$/.test(name);

const longestHead = 2 ** 18;

/** The head of a table that is opened as one of electrodes. Throws AppError 'invalid' for what is none. */
export async function requireTableHead(file: FileHead, known: EegOptions): Promise<TableHead> {
  const head = tableHead({ ...file, bytes: await longHead(file) }, known);
  if (head && head.channels.length > 0) return head;
  throw fileFault('invalid', file.path, 'it holds no table with a line of names and columns of numbers');
}

/** Lines of hundreds of channels are longer than the beginning by which a file is told. */
async function longHead({ path, packed, sizeBytes, bytes }: FileHead): Promise<Buffer> {
  if (packed) return bytes;
  const parts = await FileParts.open(path);
  try {
    return await parts.read(0, Math.min(sizeBytes, longestHead));
  } finally {
    await parts.close();
  }
}
