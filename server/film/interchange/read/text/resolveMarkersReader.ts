import type { Timeline, TimelineMarker } from '../../timeline';
import { byTime } from '../byTime';
import { chooseCount } from '../chooseCount';
import { parseEventLine, type EventLine } from '../cmx/eventLine';
import type { TimelineFile } from '../timelineFile';

/** Fields by which DaVinci Resolve's markers are told from a list of cuts. */
const fields = /\|(?:C:ResolveColor|M:|D:\d)/;

/** True for an edit decision list whose events are markers. */
export function isResolveMarkers(text: string): boolean {
  return fields.test(text);
}

interface MarkerLines {
  event: EventLine;
  text: string[];
}

/**
 * The markers of DaVinci Resolve: an event of one frame, below it the note, then |C: colour |M: name |D: frames.
 *
 * @throws AppError 'unreadable' where no event stands above a marker, or for a time code that its count does not have
 */
export function readResolveMarkers(file: TimelineFile): Timeline {
  const { title, stated, rows } = linesOf(file);
  if (rows.length === 0) throw file.fault('unreadable', 'no line of it is an event with four time codes');
  const { remarks, rateFrom, ...count } = chooseCount(
    file,
    rows.map(({ event }) => event.recordIn),
    stated,
  );
  const markers = rows.map(({ event, text }) =>
    markerOf(text, file.frameOf(event.recordIn, count, event.line)),
  );
  return {
    format: 'resolve-markers',
    name: title,
    ...count,
    rateFrom,
    startFrame: null,
    events: [],
    markers: byTime(markers),
    remarks,
  };
}

function linesOf(file: TimelineFile): { title: string; stated: boolean | null; rows: MarkerLines[] } {
  const rows: MarkerLines[] = [];
  let title = '';
  let stated: boolean | null = null;
  for (const [index, text] of file.text.split(/\r\n?|\n/).entries()) {
    const event = parseEventLine(text, index + 1);
    const head = /^(TITLE|FCM):\s*(.*)$/.exec(text.trim());
    if (event) rows.push({ event, text: [] });
    else if (head?.[1] === 'TITLE') title ||= head[2];
    else if (head) stated = !/^NON/i.test(head[2]);
    else if (text.trim() !== '') rows.at(-1)?.text.push(text.trim());
  }
  return { title, stated, rows };
}

function markerOf(lines: string[], frame: number): TimelineMarker {
  const [note, ...parts] = lines.join('\n').split(/\|(?=[CMD]:)/);
  const value = (letter: string) =>
    parts
      .find((part) => part.startsWith(`${letter}:`))
      ?.slice(2)
      .replace(/\s+/g, ' ')
      .trim() ?? '';
  const colour = value('C')
    .replace(/^ResolveColor/, '')
    .toLowerCase();
  return {
    frame,
    durationFrames: Math.min(Number(value('D')) || 1, Number.MAX_SAFE_INTEGER),
    name: value('M'),
    note: note.trim(),
    colour: colour || null,
    within: null,
    isSeen: true,
  };
}
