import { countedRate } from '@/ml/timeCode/frameRate';
import { timeCodeOf } from '@/ml/timeCode/timeCode';
import { AppError } from '../../../base/errors';
import { mediaRateHz, type Film, type FilmMarker, type HandedOver } from '../handedOver';
import { mediaUrl } from './mediaUrl';
import { mediaFrames, placeCues, referenceFrame, type MusicTrack, type PlacedSection } from './placeCues';
import { fileNameOf, type WrittenFile } from './writtenFile';
import { levelFilter } from './xmemlLevel';
import { leaf, node, xmlDocument, type XmlNode } from './xmlText';

/**
 * XML of Final Cut Pro 7 (xmeml 4) for Premiere Pro and others, all frames at the sequence's rate: the film as an empty track, each stereo
 * track of music as two linked ones, alternates on tracks that are not enabled, gain and fades as audio levels.
 *
 * @throws AppError as `placeCues`, and 'invalid' for a rate that the format cannot say
 */
export function writeXmeml(handedOver: HandedOver): WrittenFile[] {
  const { film, markers } = handedOver;
  const ids = new Ids();
  const tracks = placeCues(handedOver).flatMap((track, place) =>
    stereoTracks(handedOver, track, { place, ids }),
  );
  const sequence = node('sequence', { id: 'sequence-1' }, [
    leaf('name', film.name),
    leaf('duration', film.lengthFrames),
    rate(film),
    timecode(film, film.startFrame),
    node('media', {}, [
      node('video', {}, [node('format', {}, [picture(film)]), node('track', {}, [leaf('enabled', 'TRUE')])]),
      node('audio', {}, [leaf('numOutputChannels', 2), node('format', {}, [sound()]), ...tracks]),
    ]),
    ...markers.map(markerOf),
  ]);
  const text = xmlDocument(node('xmeml', { version: '4' }, [sequence]));
  return [{ name: fileNameOf(film.name, '.xml'), text }];
}

function rate({ rate: { numerator, denominator }, ...film }: Film): XmlNode {
  const counted = countedRate({ numerator, denominator });
  const isSlowed = denominator === 1001 && numerator === counted * 1000;
  if (!isSlowed && denominator !== 1) {
    throw new AppError(
      'invalid',
      `invalid rate: ${numerator}/${denominator} of ${film.name} (xmeml knows whole rates and those slowed by 1000/1001: choose OTIO)`,
    );
  }
  return node('rate', {}, [leaf('timebase', counted), leaf('ntsc', isSlowed ? 'TRUE' : 'FALSE')]);
}

function timecode(film: Film, frame: number): XmlNode {
  return node('timecode', {}, [
    rate(film),
    leaf('string', timeCodeOf(frame, film)),
    leaf('frame', frame),
    leaf('displayformat', film.dropFrame ? 'DF' : 'NDF'),
  ]);
}

function picture(film: Film): XmlNode {
  const size = [leaf('width', 1920), leaf('height', 1080), leaf('pixelaspectratio', 'square')];
  return node('samplecharacteristics', {}, [rate(film), ...size, leaf('fielddominance', 'none')]);
}

function sound(): XmlNode {
  return node('samplecharacteristics', {}, [leaf('depth', 24), leaf('samplerate', mediaRateHz)]);
}

/** Numbers clips and files; a file is described where it comes first and named by its number from then on. */
class Ids {
  private readonly files = new Map<string, string>();
  private clips = 0;

  clip(): string {
    return `clipitem-${++this.clips}`;
  }

  file(path: string): { id: string; isNew: boolean } {
    const known = this.files.get(path);
    if (known) return { id: known, isNew: false };
    const id = `file-${this.files.size + 1}`;
    this.files.set(path, id);
    return { id, isNew: true };
  }
}

/** Left and right of a track as Premiere Pro pairs them. */
function stereoTracks(
  { film, folder }: HandedOver,
  { isMuted, sections }: MusicTrack,
  { place, ids }: { place: number; ids: Ids },
): XmlNode[] {
  const pairs = sections.map((section) => ({ section, left: ids.clip(), right: ids.clip() }));
  return [0, 1].map((channel) => {
    const attributes = {
      premiereTrackType: 'Stereo',
      currentExplodedTrackIndex: channel,
      totalExplodedTrackCount: 2,
    };
    const clips = pairs.map(({ section, left, right }, index) =>
      clipItem(film, section, {
        id: channel === 0 ? left : right,
        channel,
        file: fileNode(film, section, { ...ids.file(section.media.path), folder }),
        links: [left, right].map((id, side) => link(id, { track: 2 * place + side + 1, clip: index + 1 })),
      }),
    );
    return node('track', attributes, [
      ...clips,
      leaf('enabled', isMuted ? 'FALSE' : 'TRUE'),
      leaf('locked', 'FALSE'),
      leaf('outputchannelindex', channel + 1),
    ]);
  });
}

function link(id: string, { track, clip }: { track: number; clip: number }): XmlNode {
  return node('link', {}, [
    leaf('linkclipref', id),
    leaf('mediatype', 'audio'),
    leaf('trackindex', track),
    leaf('clipindex', clip),
    leaf('groupindex', 1),
  ]);
}

function clipItem(
  film: Film,
  section: PlacedSection,
  { id, channel, file, links }: { id: string; channel: number; file: XmlNode; links: XmlNode[] },
): XmlNode {
  const { recordIn, recordOut, sourceIn, title } = section;
  return node('clipitem', { id, premiereChannelType: 'stereo' }, [
    leaf('name', title),
    leaf('enabled', 'TRUE'),
    leaf('duration', mediaFrames(film, section)),
    rate(film),
    leaf('start', recordIn),
    leaf('end', recordOut),
    leaf('in', sourceIn),
    leaf('out', sourceIn + recordOut - recordIn),
    file,
    node('sourcetrack', {}, [leaf('mediatype', 'audio'), leaf('trackindex', channel + 1)]),
    ...levelFilter(section),
    ...links,
  ]);
}

function fileNode(
  film: Film,
  section: PlacedSection,
  { id, isNew, folder }: { id: string; isNew: boolean; folder: string | null },
): XmlNode {
  if (!isNew) return node('file', { id });
  return node('file', { id }, [
    leaf('name', section.media.path.split('/').at(-1) ?? ''),
    leaf('pathurl', mediaUrl(section.media.path, folder, 'localhost')),
    rate(film),
    leaf('duration', mediaFrames(film, section)),
    timecode(film, referenceFrame(film, section)),
    node('media', {}, [node('audio', {}, [sound(), leaf('channelcount', 2)])]),
  ]);
}

/** An end of -1 marks a single place. */
function markerOf({ frame, durationFrames, name, note }: FilmMarker): XmlNode {
  return node('marker', {}, [
    leaf('comment', note),
    leaf('name', name),
    leaf('in', frame),
    leaf('out', durationFrames > 1 ? frame + durationFrames : -1),
  ]);
}
