import { parseTimeCode, type TimeCodeParts } from '@/ml/timeCode/timeCode';
import type { Timeline, TimelineMarker } from '../../timeline';
import { byTime } from '../byTime';
import { chooseCount, type ChosenCount } from '../chooseCount';
import type { TimelineFile } from '../timelineFile';
import { tabRows } from './tabRows';

interface PremiereRow {
  line: number;
  name: string;
  note: string;
  from: TimeCodeParts;
  until: TimeCodeParts;
}

/** True where a line has time codes for in, out and duration in its third to fifth cell, whatever the heading's language. */
export function isPremiereMarkers(text: string): boolean {
  return rowsOf(text).rows.length > 0;
}

function rowsOf(text: string): { rows: PremiereRow[]; strange: number[] } {
  const rows: PremiereRow[] = [];
  const strange: number[] = [];
  for (const { line, cells } of tabRows(text)) {
    const [name, note = '', ...times] = cells;
    const [from, until, duration] = times.slice(0, 3).map(parseTimeCode);
    if (from && until && duration) rows.push({ line, name, note, from, until });
    else if (rows.length > 0) strange.push(line);
  }
  return { rows, strange };
}

/**
 * The markers that Premiere Pro exports as text parted by tabs: name, description, in, out, duration, type. Each row says by
 * its own marks whether its labels are dropped.
 *
 * @throws AppError 'unreadable' for a time code that its count does not have, 'invalid' as `chooseCount`
 */
export function readPremiereMarkers(file: TimelineFile): Timeline {
  const { rows, strange } = rowsOf(file.text);
  const labels = rows.flatMap(({ from, until }) => [from, until]);
  const { rateFrom, remarks, ...count } = chooseCount(file, labels);
  const said =
    strange.length > 0 ? [`lines without time codes: ${strange.length}, the first is ${strange[0]}`] : [];
  const mixed = count.dropFrame && labels.some(({ dropMarked }) => !dropMarked);
  return {
    format: 'premiere-markers',
    name: '',
    ...count,
    rateFrom,
    startFrame: null,
    events: [],
    markers: byTime(rows.map((row) => markerOf(file, row, count.rate))),
    remarks: [
      ...remarks,
      ...said,
      ...(mixed ? ['rows with and without dropped frames: each is counted by its own marks'] : []),
    ],
  };
}

function markerOf(file: TimelineFile, row: PremiereRow, rate: ChosenCount['rate']): TimelineMarker {
  const frameOf = (parts: TimeCodeParts) =>
    file.frameOf(parts, { rate, dropFrame: parts.dropMarked }, row.line);
  const frame = frameOf(row.from);
  const durationFrames = Math.max(0, frameOf(row.until) - frame);
  return { frame, durationFrames, name: row.name, note: row.note, colour: null, within: null, isSeen: true };
}
