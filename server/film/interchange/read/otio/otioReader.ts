import { snapRate } from '@/ml/timeCode/snapRate';
import { mayDropFrames, type FrameRate } from '@/ml/timeCode/frameRate';
import type { Timeline } from '../../timeline';
import { byTime } from '../byTime';
import { hiddenMarkers } from '../hiddenMarkers';
import type { TimelineFile } from '../timelineFile';
import { parseItem, parseOtioJson, type OtioItem } from './otioJson';
import { OtioTracks } from './otioTracks';

/**
 * A timeline of OpenTimelineIO, whatever the versions of its schemas: only fields that all of them share are read. Its rate is that of
 * its start or, without one, of its first clip, as an exact fraction.
 *
 * @throws AppError 'unreadable' where it is no timeline or has no time at any rate
 */
export function readOtio(file: TimelineFile): Timeline {
  const timeline = timelineOf(file, parseItem(file, parseOtioJson(file)));
  const tracks = parseItem(file, timeline.tracks);
  const own = rateOf(file, timeline) ?? rateOf(file, tracks);
  const rate = own ?? file.film.rate;
  if (!rate) throw file.fault('invalid', 'nothing in it has a rate: give the rate of the film');
  const start = timeline.global_start_time ?? null;
  const startFrame = start === null ? 0 : Math.round(start.value);
  const reader = new OtioTracks(file, rate);
  reader.read(tracks, startFrame);
  return {
    format: 'otio',
    name: timeline.name ?? '',
    rate,
    rateFrom: own ? 'file' : 'given',
    // The format does not tell; the film may.
    dropFrame: file.film.dropFrame === true && mayDropFrames(rate),
    startFrame: start === null ? null : startFrame,
    events: reader.events,
    markers: byTime(reader.markers),
    remarks: hiddenMarkers(reader.markers),
  };
}

function timelineOf(file: TimelineFile, root: OtioItem): OtioItem {
  if (root.schema === 'Timeline') return root;
  const inside = root.schema === 'SerializableCollection' ? (root.children ?? []) : [];
  const timeline = inside.map((child) => parseItem(file, child)).find(({ schema }) => schema === 'Timeline');
  if (timeline) return timeline;
  throw file.fault('unreadable', `it holds a ${root.OTIO_SCHEMA.slice(0, 40)}, not a timeline`);
}

/** The rate of the first time that is told, in the order of the document. */
function rateOf(file: TimelineFile, item: OtioItem, depth = 0): FrameRate | null {
  const told = item.global_start_time ?? item.source_range?.start_time;
  if (told) return snapRate(told.rate);
  if (depth > 60) throw file.fault('unreadable', 'items nest deeper than 60');
  for (const child of item.children ?? []) {
    const found = rateOf(file, parseItem(file, child), depth + 1);
    if (found) return found;
  }
  const media = item.media_reference ?? Object.values(item.media_references ?? {})[0];
  return media?.available_range ? snapRate(media.available_range.start_time.rate) : null;
}
