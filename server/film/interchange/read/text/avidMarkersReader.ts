import { parseTimeCode, type TimeCodeParts } from '@/ml/timeCode/timeCode';
import type { Timeline } from '../../timeline';
import { byTime } from '../byTime';
import { chooseCount } from '../chooseCount';
import type { TimelineFile } from '../timelineFile';
import { tabRows } from './tabRows';

interface AvidRow {
  line: number;
  at: TimeCodeParts;
  cells: string[];
}

/** True where a line has a time code in its second cell and a track in its third. */
export function isAvidMarkers(text: string): boolean {
  return rowsOf(text).length > 0;
}

function rowsOf(text: string): AvidRow[] {
  return tabRows(text).flatMap(({ line, cells }) => {
    const at = parseTimeCode(cells[1] ?? '');
    return at && /^(?:TC|V|A|D)\d*$/.test(cells[2] ?? '') ? [{ line, at, cells }] : [];
  });
}

/**
 * The markers that Media Composer exports as text: who set it, time code, track, colour, comment, length in frames.
 *
 * @throws AppError 'unreadable' for a time code that its count does not have, 'invalid' as `chooseCount`
 */
export function readAvidMarkers(file: TimelineFile): Timeline {
  const rows = rowsOf(file.text);
  const { rateFrom, remarks, ...count } = chooseCount(
    file,
    rows.map(({ at }) => at),
  );
  const markers = rows.map(({ line, at, cells: [name, , , colour, note, length] }) => ({
    frame: file.frameOf(at, count, line),
    durationFrames: /^\d{1,8}$/.test(length ?? '') ? Number(length) : 1,
    name,
    note: note ?? '',
    colour: colour ? colour.toLowerCase() : null,
    within: null,
    isSeen: true,
  }));
  const left = tabRows(file.text).length - rows.length;
  return {
    format: 'avid-markers',
    name: '',
    ...count,
    rateFrom,
    startFrame: null,
    events: [],
    markers: byTime(markers),
    remarks: [...remarks, ...(left > 0 ? [`lines that are no marker: ${left}`] : [])],
  };
}
