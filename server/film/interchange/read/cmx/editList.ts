import type { TimelineFile } from '../timelineFile';
import { parseEventLine, type EventLine } from './eventLine';
import { parseLocator, parseMarkerRow, type LocatorRow } from './locatorRow';

/** Lines of one event number, and what the comments below them say. */
export interface EventGroup {
  lines: EventLine[];
  /** What the list said of dropped frames last: it holds from there on. */
  dropFrame: boolean | null;
  fromClip: string | null;
  toClip: string | null;
  sourceFile: string | null;
  effectName: string | null;
  /** Frames of the source a second, by reel: M2 lines. */
  speeds: { reel: string; framesASecond: number }[];
  gainDecibels: number | null;
}

/** A CMX 3600 edit decision list as it stands, its time codes not yet counted. */
export interface EditList {
  title: string;
  groups: EventGroup[];
  locators: LocatorRow[];
  /** Numbers of the lines that nothing is known of. */
  strangeLines: number[];
}

/** Lines that are known and say nothing of what plays when. */
const idle =
  /^(?:\*|>>>|SPLIT:|FINAL CUT PRO|GPI|MASTER|DROP|NON-DROP|BLOCK|FROM CLIP|TO CLIP|SOURCE FILE|KEY CLIP)/i;

const speed = /^M2 (.*?) ?(-?\d{1,5}(?:\.\d{1,5})?) \d\d[:;]\d\d[:;]\d\d[:;.]\d\d$/;
const gain = /^\*\s*(?:AUDIO LEVEL AT \S+ IS|A\d+ VOL\s*=)\s*([+-]?\d+(?:\.\d+)?)\s*DB/i;

/** Reads the lines of an edit decision list; what its time codes mean is told by `cmx3600Reader`. */
export function parseEditList(file: TimelineFile): EditList {
  const list: EditList = { title: '', groups: [], locators: [], strangeLines: [] };
  const state: LineState = { dropFrame: null, inTable: false };
  for (const [index, text] of file.text.split(/\r\n?|\n/).entries()) {
    readLine(list, state, { text: text.trimEnd(), line: index + 1 });
  }
  return list;
}

interface LineState {
  dropFrame: boolean | null;
  /** Within the table of markers that Media Composer appends. */
  inTable: boolean;
}

function readLine(list: EditList, state: LineState, { text, line }: { text: string; line: number }): void {
  if (text.trim() === '') return;
  const event = /^\s*\d/.test(text) ? parseEventLine(text, line) : null;
  if (event) return addEvent(list, event, state.dropFrame);
  const title = /^\s*TITLE:\s*(.*)$/i.exec(text);
  if (title) {
    list.title ||= title[1].trim();
    return;
  }
  const count = /^\s*FCM:\s*(NON[- ]?)?DROP/i.exec(text);
  if (count) {
    state.dropFrame = count[1] === undefined;
    return;
  }
  if (/^\*\s*Marker Metadata/i.test(text)) state.inTable = true;
  const marker = parseLocator(text, line) ?? (state.inTable ? parseMarkerRow(text, line) : null);
  if (marker) list.locators.push(marker);
  else if (!readNote(list.groups.at(-1), text) && !idle.test(text)) list.strangeLines.push(line);
}

function addEvent(list: EditList, event: EventLine, dropFrame: boolean | null): void {
  const last = list.groups.at(-1);
  if (last && last.lines[0].number === event.number) last.lines.push(event);
  else
    list.groups.push({
      lines: [event],
      dropFrame,
      fromClip: null,
      toClip: null,
      sourceFile: null,
      effectName: null,
      speeds: [],
      gainDecibels: null,
    });
}

/** True where the line says something of the event above it. */
function readNote(group: EventGroup | undefined, text: string): boolean {
  if (!group) return false;
  const named = /^(?:\*\s*)?(FROM CLIP NAME|TO CLIP NAME|SOURCE FILE|EFFECTS? NAME IS)\s*:?\s*(.*)$/i.exec(
    text,
  );
  if (named) {
    nameGroup(group, named[1].toUpperCase(), named[2].trim());
    return true;
  }
  const level = gain.exec(text);
  if (level) group.gainDecibels = Number(level[1]);
  const motion = text.startsWith('M2') ? speed.exec(text.trim().replace(/\s+/g, ' ')) : null;
  if (motion) group.speeds.push({ reel: motion[1], framesASecond: Number(motion[2]) });
  const more = /^AUD((?:\s+\d{1,2})+)\s*$/.exec(text);
  if (more) group.lines.at(-1)?.audioTracks.push(...more[1].trim().split(/\s+/).map(Number));
  return Boolean(level ?? motion ?? more);
}

function nameGroup(group: EventGroup, what: string, name: string): void {
  if (what === 'FROM CLIP NAME') group.fromClip ??= name;
  else if (what === 'TO CLIP NAME') group.toClip ??= name;
  else if (what === 'SOURCE FILE') group.sourceFile ??= name;
  else group.effectName ??= name;
}
