import { countedRate } from '@/ml/timeCode/frameRate';
import { framesPerDay, type FrameCount, type TimeCodeParts } from '@/ml/timeCode/timeCode';
import type { Timeline, TimelineEvent, TimelineMarker } from '../../timeline';
import { byTime } from '../byTime';
import { chooseCount } from '../chooseCount';
import type { TimelineFile } from '../timelineFile';
import { parseEditList, type EditList, type EventGroup } from './editList';
import type { EventLine } from './eventLine';
import type { LocatorRow } from './locatorRow';

/**
 * A CMX 3600 edit decision list (SMPTE ST 258), in the spellings of Media Composer, Premiere, Resolve and others. FCM says
 * whether labels are dropped, whatever their marks. Each event is one for the picture and one for the sound.
 *
 * @throws AppError 'unreadable' where it has no event or a time code that its count does not have
 */
export function readCmx3600(file: TimelineFile): Timeline {
  const list = parseEditList(file);
  if (list.groups.length === 0) {
    throw file.fault('unreadable', 'no line of it is an event with four time codes');
  }
  const stated = list.groups.map(({ dropFrame }) => dropFrame);
  const { rateFrom, remarks, ...count } = chooseCount(
    file,
    labelsOf(list),
    stated.find((word) => word !== null) ?? null,
  );
  const counter = new Counter(file, count);
  return {
    format: 'cmx3600',
    name: list.title,
    ...count,
    rateFrom,
    startFrame: null,
    events: list.groups.flatMap((group) => eventsOf(group, counter)),
    markers: byTime(list.locators.map((row) => markerOf(row, counter))),
    remarks: [...remarks, ...remarksOf(list, stated)],
  };
}

function labelsOf({ groups, locators }: EditList): TimeCodeParts[] {
  const lines = groups.flatMap((group) => group.lines);
  return [
    ...lines.flatMap((line) => [line.sourceIn, line.sourceOut, line.recordIn, line.recordOut]),
    ...locators.map(({ at }) => at),
  ];
}

function remarksOf({ strangeLines }: EditList, stated: (boolean | null)[]): string[] {
  const remarks: string[] = [];
  if (new Set(stated.filter((word) => word !== null)).size > 1) {
    remarks.push('drop and non-drop frame are mixed: each event is counted as the FCM line above it says');
  }
  if (strangeLines.length > 0) {
    remarks.push(`lines not understood: ${strangeLines.length}, the first is line ${strangeLines[0]}`);
  }
  return remarks;
}

/** Turns the time codes of a list into frames. */
class Counter {
  constructor(
    readonly file: TimelineFile,
    readonly count: FrameCount,
  ) {}

  /** In and out; an out before its in lies past midnight. */
  range(
    from: TimeCodeParts,
    until: TimeCodeParts,
    at: { line: number; dropFrame: boolean | null },
  ): [number, number] {
    const count = { ...this.count, dropFrame: at.dropFrame ?? this.count.dropFrame };
    const first = this.file.frameOf(from, count, at.line);
    const last = this.file.frameOf(until, count, at.line);
    return [first, last < first ? last + framesPerDay(count) : last];
  }
}

function eventsOf(group: EventGroup, counter: Counter): TimelineEvent[] {
  return group.lines.flatMap((line, index) => {
    const at = { line: line.line, dropFrame: group.dropFrame };
    const [recordIn, recordOut] = counter.range(line.recordIn, line.recordOut, at);
    // The first of two lines says what a dissolve comes from, which is the event before.
    if (recordIn === recordOut && index < group.lines.length - 1) return [];
    const [sourceIn, sourceOut] = counter.range(line.sourceIn, line.sourceOut, at);
    const event = {
      name: nameOf(group, line),
      reel: line.reel || null,
      sourceIn,
      sourceOut,
      recordIn,
      recordOut,
      speed: speedOf(group, line, counter),
      transition: transitionOf(group, line),
      enabled: true,
    };
    const audio = Array.from(new Set(line.audioTracks), (track) => `A${track}`).join(' ');
    const picture: TimelineEvent = { ...event, track: line.videoTrack, kind: 'video', gainDecibels: null };
    const sound: TimelineEvent = { ...event, track: audio, kind: 'audio', gainDecibels: group.gainDecibels };
    return [...(line.hasVideo ? [picture] : []), ...(audio ? [sound] : [])];
  });
}

function nameOf(group: EventGroup, line: EventLine): string {
  const clip = line.edit === 'C' ? group.fromClip : (group.toClip ?? group.fromClip);
  return clip ?? group.sourceFile ?? line.reel;
}

function speedOf({ speeds }: EventGroup, { reel }: EventLine, { count }: Counter): number {
  const motion = speeds.find((one) => one.reel === reel) ?? speeds.at(-1);
  return motion ? motion.framesASecond / countedRate(count.rate) : 1;
}

function transitionOf(group: EventGroup, line: EventLine): TimelineEvent['transition'] {
  if (line.edit === 'C') return null;
  const kinds: Record<string, string> = { D: 'dissolve', W: `wipe ${line.edit.slice(1)}`, K: 'key' };
  return { name: group.effectName ?? kinds[line.edit[0]], durationFrames: line.lengthFrames };
}

function markerOf(row: LocatorRow, counter: Counter): TimelineMarker {
  const [frame, end] = counter.range(row.at, row.until ?? row.at, { line: row.line, dropFrame: null });
  return {
    frame,
    durationFrames: end - frame,
    name: row.name,
    note: row.note,
    colour: row.colour,
    within: null,
    isSeen: true,
  };
}
