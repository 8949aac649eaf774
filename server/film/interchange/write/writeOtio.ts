import { rateHz } from '@/ml/timeCode/frameRate';
import type { Film, FilmMarker, HandedOver } from '../handedOver';
import { mediaUrl } from './mediaUrl';
import { mediaFrames, placeCues, referenceFrame, type MusicTrack, type PlacedSection } from './placeCues';
import { fileNameOf, type WrittenFile } from './writtenFile';

/**
 * OpenTimelineIO (Timeline.1, Clip.2, Marker.2), every time at the film's exact rate: the film as a gap, the music below it,
 * alternates on tracks that are not enabled. What the format cannot say (gain, fades) stands in the clips' metadata.
 *
 * @throws AppError as `placeCues`
 */
export function writeOtio(handedOver: HandedOver): WrittenFile[] {
  const { film, markers } = handedOver;
  const timeline = {
    OTIO_SCHEMA: 'Timeline.1',
    metadata: { circumplex: { dropFrame: film.dropFrame } },
    name: film.name,
    global_start_time: time(film, film.startFrame),
    tracks: {
      OTIO_SCHEMA: 'Stack.1',
      metadata: {},
      name: 'tracks',
      source_range: null,
      effects: [],
      markers: markers.map((marker) => markerOf(film, marker)),
      enabled: true,
      children: [
        trackOf({ name: film.name, kind: 'Video', enabled: true }, [gap(film, film.lengthFrames)]),
        ...placeCues(handedOver).map((track) => musicTrack(handedOver, track)),
      ],
    },
  };
  return [{ name: fileNameOf(film.name, '.otio'), text: `${JSON.stringify(timeline, null, 2)}\n` }];
}

function time(film: Film, value: number) {
  return { OTIO_SCHEMA: 'RationalTime.1', rate: rateHz(film.rate), value };
}

function range(film: Film, start: number, length: number) {
  return {
    OTIO_SCHEMA: 'TimeRange.1',
    start_time: time(film, start),
    duration: time(film, length),
  };
}

function trackOf(
  { name, kind, enabled }: { name: string; kind: 'Video' | 'Audio'; enabled: boolean },
  children: object[],
) {
  return {
    OTIO_SCHEMA: 'Track.1',
    metadata: {},
    name,
    source_range: null,
    effects: [],
    markers: [],
    enabled,
    children,
    kind,
  };
}

function gap(film: Film, length: number) {
  return {
    OTIO_SCHEMA: 'Gap.1',
    metadata: {},
    name: '',
    source_range: range(film, 0, length),
    effects: [],
    markers: [],
    enabled: true,
  };
}

/** Sections at their places, the rest filled with gaps to the film's end. */
function musicTrack({ film, folder }: HandedOver, { name, isMuted, sections }: MusicTrack) {
  const children: object[] = [];
  let end = 0;
  for (const section of sections) {
    if (section.recordIn > end) children.push(gap(film, section.recordIn - end));
    children.push(clip(film, section, folder));
    end = section.recordOut;
  }
  if (end < film.lengthFrames) children.push(gap(film, film.lengthFrames - end));
  return trackOf({ name, kind: 'Audio', enabled: !isMuted }, children);
}

function clip(film: Film, section: PlacedSection, folder: string | null) {
  const reference = referenceFrame(film, section);
  const { cue, title, artist, album, isrc, gainDecibels } = section;
  const { fadeInFrames, fadeOutFrames } = cue;
  return {
    OTIO_SCHEMA: 'Clip.2',
    metadata: {
      circumplex: { cue: cue.name, artist, album, isrc, gainDecibels, fadeInFrames, fadeOutFrames },
    },
    name: title,
    source_range: range(film, reference + section.sourceIn, section.recordOut - section.recordIn),
    effects: [],
    markers: [],
    enabled: true,
    media_references: {
      DEFAULT_MEDIA: {
        OTIO_SCHEMA: 'ExternalReference.1',
        metadata: {},
        name: section.media.path.split('/').at(-1),
        available_range: range(film, reference, mediaFrames(film, section)),
        available_image_bounds: null,
        target_url: mediaUrl(section.media.path, folder),
      },
    },
    active_media_reference_key: 'DEFAULT_MEDIA',
  };
}

/** The colours that OpenTimelineIO has names for. */
const colours = [
  'pink',
  'red',
  'orange',
  'yellow',
  'green',
  'cyan',
  'blue',
  'purple',
  'magenta',
  'black',
  'white',
];

function markerOf(film: Film, { frame, durationFrames, name, note, colour }: FilmMarker) {
  return {
    OTIO_SCHEMA: 'Marker.2',
    metadata: {},
    name,
    color: colour !== null && colours.includes(colour) ? colour.toUpperCase() : 'GREEN',
    marked_range: range(film, frame, durationFrames),
    comment: note,
  };
}
