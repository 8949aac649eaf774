import type { Timeline, TimelineFormat } from '../timeline';
import { readCmx3600 } from './cmx/cmx3600Reader';
import { parseEventLine } from './cmx/eventLine';
import { fileText } from './fileText';
import { readOtio } from './otio/otioReader';
import { isAvidMarkers, readAvidMarkers } from './text/avidMarkersReader';
import { isCsvMarkers, readCsvMarkers } from './text/csvMarkersReader';
import { isPremiereMarkers, readPremiereMarkers } from './text/premiereMarkersReader';
import { isProTools, readProTools } from './text/proToolsReader';
import { isResolveMarkers, readResolveMarkers } from './text/resolveMarkersReader';
import { TimelineFile, type FilmCount, type TimelineReader } from './timelineFile';
import { readFcpxml } from './xml/fcpxmlReader';
import { readXmeml } from './xml/xmemlReader';

interface KnownFormat {
  format: TimelineFormat;
  accepts: (text: string) => boolean;
  read: TimelineReader;
}

/** Every format with what it is known by, the surest first. */
const formats: KnownFormat[] = [
  { format: 'fcpxml', accepts: (text) => /^\s*</.test(text) && /<fcpxml\b/.test(text), read: readFcpxml },
  { format: 'xmeml', accepts: (text) => /^\s*</.test(text) && /<xmeml\b/.test(text), read: readXmeml },
  {
    format: 'otio',
    accepts: (text) => /^\s*\{/.test(text) && text.includes('"OTIO_SCHEMA"'),
    read: readOtio,
  },
  { format: 'pro-tools', accepts: isProTools, read: readProTools },
  {
    format: 'resolve-markers',
    accepts: (text) => hasEvent(text) && isResolveMarkers(text),
    read: readResolveMarkers,
  },
  { format: 'cmx3600', accepts: hasEvent, read: readCmx3600 },
  { format: 'premiere-markers', accepts: isPremiereMarkers, read: readPremiereMarkers },
  { format: 'avid-markers', accepts: isAvidMarkers, read: readAvidMarkers },
  { format: 'csv', accepts: isCsvMarkers, read: readCsvMarkers },
];

function hasEvent(text: string): boolean {
  for (const [line] of text.matchAll(/^[ \t]*\d.*$/gm)) if (parseEventLine(line, 0)) return true;
  return false;
}

/**
 * Reads any timeline or list of markers of an editing program, known by its content, never by its name.
 *
 * @param name of the file, by which faults call it
 * @param film what is known of the film; believed where the format does not tell
 * @throws AppError 'unsupported' for any other file, 'too-large' above 64 MB, and as each reader says
 */
export function readTimeline(name: string, bytes: Uint8Array, film: FilmCount = {}): Timeline {
  const file = new TimelineFile(name, fileText(name, bytes), film);
  const known = formats.find(({ accepts }) => accepts(file.text));
  if (known) return checkedFrames(file, known.read(file));
  throw file.fault(
    'unsupported',
    'it is none of these: EDL, markers of Resolve, Premiere, Media Composer or Pro Tools, FCPXML, xmeml, OTIO, CSV with a column of times',
  );
}

/** Years of film: what lies beyond is no place, and frames are counted exactly up to here. */
const mostFrames = 10 ** 11;

function checkedFrames(file: TimelineFile, timeline: Timeline): Timeline {
  const { startFrame, events, markers } = timeline;
  const frames = [
    startFrame ?? 0,
    ...events.flatMap(({ recordIn, recordOut, sourceIn, sourceOut }) => [
      recordIn,
      recordOut,
      sourceIn ?? 0,
      sourceOut ?? 0,
    ]),
    ...markers.flatMap(({ frame, durationFrames }) => [frame, durationFrames]),
  ];
  const strange = frames.find((frame) => !(Math.abs(frame) <= mostFrames));
  if (strange === undefined) return timeline;
  throw file.fault('unreadable', `a time of ${strange} frames is beyond any film: export it again`);
}
