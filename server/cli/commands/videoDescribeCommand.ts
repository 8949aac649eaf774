import { basename } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { rateName, type FrameRate } from '@/ml/timeCode/frameRate';
import { parseRate } from '@/ml/timeCode/parseRate';
import { timeCodeOf } from '@/ml/timeCode/timeCode';
import { readTimeline } from '../../film/interchange/read/readTimeline';
import type { Timeline } from '../../film/interchange/timeline';
import { readHead } from '../../research/recordings/files/fileHead';
import { readWhole } from '../../research/recordings/files/readDocument';
import type { CommandContext } from '../commandContext';
import { table, type Output } from '../output';

interface VideoDescribeOptions {
  rate?: FrameRate;
  dropFrame?: boolean;
}

/** Registers `video describe FILE`. */
export function addVideoDescribe(video: Command, { run, output }: CommandContext): void {
  video
    .command('describe')
    .description(
      'what a timeline or a list of markers holds: EDL, markers of Resolve, Premiere, Media Composer or Pro Tools, ' +
        'FCPXML, xmeml, OTIO, CSV; its rate, its start, events and markers in frames and time code',
    )
    .argument('<file>')
    .option('--rate <rate>', 'frames a second where the file does not tell: 25, 23.976, 24000/1001', rate)
    .option('--drop-frame', 'labels are dropped, where the file does not tell (29.97 and 59.94)')
    .action((path: string, options: VideoDescribeOptions) =>
      run(() => describeCommand(path, options, output())),
    );
}

function rate(text: string): FrameRate {
  try {
    return parseRate(text);
  } catch {
    throw new InvalidArgumentError('A number from 1 to 240 is expected, such as 25, 23.976 or 24000/1001.');
  }
}

async function describeCommand(path: string, film: VideoDescribeOptions, output: Output): Promise<number> {
  const bytes = await readWhole(await readHead(path));
  const timeline = readTimeline(basename(path), bytes, film);
  const label = (frame: number) => timeCodeOf(frame, timeline);
  const document = {
    file: basename(path),
    ...timeline,
    start: timeline.startFrame === null ? null : label(timeline.startFrame),
    events: timeline.events.map((event) => ({
      ...event,
      recordInTimeCode: label(event.recordIn),
      recordOutTimeCode: label(event.recordOut),
    })),
    markers: timeline.markers.map((marker) => ({ ...marker, timeCode: label(marker.frame) })),
  };
  output.result(document, () => lines(timeline, label));
  return 0;
}

const mostShown = 200;

function lines(timeline: Timeline, label: (frame: number) => string): string[] {
  const { format, name, events, markers, dropFrame, startFrame, remarks } = timeline;
  const counted = `${rateName(timeline.rate)} frames a second${dropFrame ? ', drop frame' : ''}`;
  const start = startFrame === null ? '' : `, from ${label(startFrame)}`;
  return [
    `${name || '(no title)'}: ${format}, ${counted}${start}, events: ${events.length}, markers: ${markers.length}`,
    ...(events.length > 0 ? ['', ...eventTable(timeline, label)] : []),
    ...(markers.length > 0 ? ['', ...markerTable(timeline, label)] : []),
    ...[events, markers].flatMap((rows) =>
      rows.length > mostShown ? [`and ${rows.length - mostShown} more (--json tells all)`] : [],
    ),
    ...remarks.map((remark) => `note: ${remark}`),
  ];
}

function eventTable({ events }: Timeline, label: (frame: number) => string): string[] {
  return table(events.slice(0, mostShown), [
    ['from', ({ recordIn }) => label(recordIn)],
    ['to', ({ recordOut }) => label(recordOut)],
    ['track', ({ track }) => track],
    ['event', ({ name }) => name],
    [
      'comes in by',
      ({ transition }) => (transition ? `${transition.name}, ${transition.durationFrames} frames` : ''),
    ],
  ]);
}

function markerTable({ markers }: Timeline, label: (frame: number) => string): string[] {
  return table(markers.slice(0, mostShown), [
    ['at', ({ frame }) => label(frame)],
    ['frames', ({ durationFrames }) => String(durationFrames)],
    ['marker', ({ name }) => name],
    ['note', ({ note }) => note.replace(/\s+/g, ' ')],
    ['shown', ({ isSeen }) => (isSeen ? '' : 'no')],
  ]);
}
