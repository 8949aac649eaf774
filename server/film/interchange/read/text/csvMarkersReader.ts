import { dsvFormat } from 'd3-dsv';
import { withoutGuard } from '@/ml/csv/formulaGuard';
import { nearestFrame } from '@/ml/timeCode/gridSeconds';
import { parseTimeCode, type FrameCount } from '@/ml/timeCode/timeCode';
import type { Timeline, TimelineMarker } from '../../timeline';
import { byTime } from '../byTime';
import { chooseCount } from '../chooseCount';
import type { TimelineFile } from '../timelineFile';
import { markerColumns, type MarkerColumn } from './markerColumns';

interface CsvRow {
  line: number;
  cells: Partial<Record<MarkerColumn, string>>;
}

/** True where the first line that is not blank names a column of times or of frames, or begins with a time code. */
export function isCsvMarkers(text: string): boolean {
  const first = tableOf(text).at(0) ?? [];
  return hasStart(markerColumns(first)) || parseTimeCode(first[0] ?? '') !== null;
}

function hasStart(columns: readonly (MarkerColumn | null)[]): boolean {
  return columns.includes('start') || columns.includes('startFrame');
}

function tableOf(text: string): string[][] {
  const head = /^.*$/m.exec(text.trimStart())?.[0] ?? '';
  const delimiters = ['\t', ';', ','].toSorted((a, b) => head.split(b).length - head.split(a).length);
  return dsvFormat(delimiters[0]).parseRows(text.trimStart());
}

/**
 * Markers from a table (CSV; comma, semicolon or tab): a column of time codes, seconds, minutes and seconds, or frames,
 * found by its heading, and others for name, note, end or duration, and colour. Without a heading: time code, name, note.
 *
 * @throws AppError 'invalid' where times are seconds or frames and no rate is given, 'unreadable' for a cell that is no time
 */
export function readCsvMarkers(file: TimelineFile): Timeline {
  const rows = rowsOf(file);
  const times = rows.flatMap(({ cells }) =>
    [cells.start, cells.end, cells.duration].map((cell) => cell ?? ''),
  );
  const labels = times.map(labelOf).filter((label) => label !== null);
  if (labels.length === 0 && !file.film.rate) {
    throw file.fault('invalid', 'its times are seconds or frames: give the rate of the film');
  }
  const { rateFrom, remarks, ...count } = chooseCount(file, labels);
  return {
    format: 'csv',
    name: '',
    ...count,
    rateFrom,
    // Seconds and frames are counted from the beginning of the film, time codes are not.
    startFrame: labels.length === 0 ? 0 : null,
    events: [],
    markers: byTime(rows.map((row) => markerOf(file, row, count))),
    remarks,
  };
}

function rowsOf(file: TimelineFile): CsvRow[] {
  const table = tableOf(file.text);
  const named = markerColumns(table[0]);
  const columns: (MarkerColumn | null)[] = hasStart(named) ? named : ['start', 'name', 'note'];
  const first = hasStart(named) ? 1 : 0;
  return table.slice(first).flatMap((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return [];
    const cells = Object.fromEntries(
      columns.map((column, i) => [column ?? '', withoutGuard((row[i] ?? '').trim())]),
    );
    return [{ line: first + index + 1, cells }];
  });
}

/** A time code; what has a decimal mark is a clock's time instead. */
function labelOf(cell: string): ReturnType<typeof parseTimeCode> {
  return /[.,]\d+$/.test(cell) ? null : parseTimeCode(cell);
}

function markerOf(file: TimelineFile, { line, cells }: CsvRow, count: FrameCount): TimelineMarker {
  const frameAt = (time: string | undefined, number: string | undefined) =>
    number ? wholeFrame(file, number, line) : time ? frameOfCell(file, { cell: time, line }, count) : null;
  const frame = frameAt(cells.start, cells.startFrame);
  if (frame === null) throw file.fault('unreadable', 'a marker without a time', line);
  const end = frameAt(cells.end, cells.endFrame) ?? frame + (frameAt(cells.duration, undefined) ?? 0);
  return {
    frame,
    durationFrames: Math.max(0, end - frame),
    name: cells.name ?? '',
    note: cells.note ?? '',
    colour: cells.colour ? cells.colour.toLowerCase() : null,
    within: null,
    isSeen: true,
  };
}

function wholeFrame(file: TimelineFile, cell: string, line: number): number {
  if (!/^\d{1,9}$/.test(cell)) throw file.fault('unreadable', `invalid frame: ${cell.slice(0, 40)}`, line);
  return Number(cell);
}

const clockTime = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,6}(?:[.,]\d{1,9})?)$/;

function frameOfCell(file: TimelineFile, at: { cell: string; line: number }, count: FrameCount): number {
  const label = labelOf(at.cell);
  if (label) return file.frameOf(label, count, at.line);
  const match = clockTime.exec(at.cell);
  if (!match) throw file.fault('unreadable', `invalid time: ${at.cell.slice(0, 40)}`, at.line);
  const [, hours = '0', minutes = '0', seconds] = match;
  return nearestFrame(
    Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.')),
    count.rate,
  );
}
