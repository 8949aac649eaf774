import type { FrameRate } from '@/ml/timeCode/frameRate';
import { nearestFrame } from '@/ml/timeCode/gridSeconds';
import { parseRate } from '@/ml/timeCode/parseRate';
import { parseTimeCode, type FrameCount } from '@/ml/timeCode/timeCode';
import type { Timeline, TimelineMarker } from '../../timeline';
import { byTime } from '../byTime';
import type { TimelineFile } from '../timelineFile';
import { tabRows, type TabRow } from './tabRows';

/** True for a session that Pro Tools exported as text. */
export function isProTools(text: string): boolean {
  return /^\s*SESSION NAME:\t/.test(text);
}

/**
 * The markers of a Pro Tools session exported as text. They stand at their time code, or, where the session shows bars or
 * minutes, at their sample.
 *
 * @throws AppError 'unreadable' where the head lacks its time code format or start, or a marker has no place
 */
export function readProTools(file: TimelineFile): Timeline {
  const rows = tabRows(file.text);
  const head = headOf(file, rows);
  const from = rows.findIndex(({ cells }) => /^M A R K E R S\s+L I S T I N G/.test(cells[0]));
  const listed = from < 0 ? [] : rows.slice(from + 2).filter(({ cells }) => /^\d+$/.test(cells[0]));
  const clips = rows.some(({ cells }) => cells[0].startsWith('TRACK NAME:'));
  return {
    format: 'pro-tools',
    name: head.name,
    rate: head.rate,
    rateFrom: 'file',
    dropFrame: head.dropFrame,
    startFrame: head.startFrame,
    events: [],
    markers: byTime(listed.map((row) => markerOf(file, row, head))),
    remarks: clips ? ['clips of tracks are left out: only markers are read'] : [],
  };
}

interface Head extends FrameCount {
  name: string;
  startFrame: number;
  sampleRateHz: number;
}

function headOf(file: TimelineFile, rows: TabRow[]): Head {
  const cell = (key: string) => rows.find(({ cells }) => cells[0] === key);
  const format = cell('TIMECODE FORMAT:');
  const [, hz, drop] = /^([\d.]+)\s*(Drop)?/i.exec(format?.cells[1] ?? '') ?? [];
  const start = cell('SESSION START TIMECODE:');
  const label = parseTimeCode(start?.cells[1] ?? '');
  if (!format || !hz || !start || !label) {
    throw file.fault(
      'unreadable',
      'its head lacks SESSION START TIMECODE or TIMECODE FORMAT: export it again',
    );
  }
  const count = { rate: file.orFault(format.line, () => parseRate(hz)), dropFrame: drop !== undefined };
  return {
    ...count,
    name: cell('SESSION NAME:')?.cells[1] ?? '',
    startFrame: file.frameOf(label, count, start.line),
    sampleRateHz: Number(cell('SAMPLE RATE:')?.cells[1]),
  };
}

/** Cells: number, location, time reference, units, name, track, kind of track, comments. Older sessions lack the two before the last. */
function markerOf(file: TimelineFile, { line, cells }: TabRow, head: Head): TimelineMarker {
  const [, location, reference, , name = ''] = cells;
  const note = cells.length > 6 ? (cells[7] ?? '') : (cells[5] ?? '');
  const label = parseTimeCode(location);
  const frame = label ? file.frameOf(label, head, line) : head.startFrame + framesOfSamples(head, reference);
  if (!Number.isSafeInteger(frame)) {
    throw file.fault('unreadable', `marker at ${location}: neither a time code nor a sample`, line);
  }
  return { frame, durationFrames: 0, name, note, colour: null, within: null, isSeen: true };
}

function framesOfSamples(
  { rate, sampleRateHz }: { rate: FrameRate; sampleRateHz: number },
  samples: string,
): number {
  return /^\d{1,15}$/.test(samples) ? nearestFrame(Number(samples) / sampleRateHz, rate) : NaN;
}
