import { countedRate, rateHz } from '@/ml/timeCode/frameRate';
import { exactSecondsOf, nearestFrameOfExact } from '@/ml/timeCode/gridSeconds';
import { add, compare, rational, rationalTime, subtract, type Rational } from '@/ml/timeCode/rational';
import { AppError } from '../../../base/errors';
import { mediaRateHz, type Film, type HandedOver, type Section } from '../handedOver';
import { mediaUrl } from './mediaUrl';
import { placeCues, type PlacedSection } from './placeCues';
import { fileNameOf, type WrittenFile } from './writtenFile';
import { node, xmlDocument, type XmlNode } from './xmlText';

/**
 * FCPXML 1.10 for Final Cut Pro: the film as a gap, the music connected below it, alternates disabled. Every time is an exact
 * fraction on the film's grid of frames; clips lie within their assets.
 *
 * @throws AppError as `placeCues`, and 'invalid' where a file has no whole frames for its cue
 */
export function writeFcpxml(handedOver: HandedOver): WrittenFile[] {
  const { film, folder } = handedOver;
  const tracks = placeCues(handedOver);
  const assets = new Map<string, { id: string; section: Section }>();
  for (const section of tracks.flatMap(({ sections }) => sections)) {
    const id = assets.get(section.media.path)?.id ?? `r${assets.size + 2}`;
    assets.set(section.media.path, { id, section });
  }
  const clips = tracks.flatMap(({ isMuted, sections }, place) =>
    sections.map((section) => {
      const ref = assets.get(section.media.path)?.id ?? '';
      return clip(film, section, { ref, lane: -1 - place, isMuted });
    }),
  );
  const resources = [format(film), ...Array.from(assets.values(), (one) => asset(film, one, folder))];
  const root = node('fcpxml', { version: '1.10' }, [
    node('resources', {}, resources),
    node('library', {}, [
      node('event', { name: film.name }, [
        node('project', { name: film.name }, [sequence(handedOver, clips)]),
      ]),
    ]),
  ]);
  return [{ name: fileNameOf(film.name, '.fcpxml'), text: xmlDocument(root) }];
}

/** The names under which Final Cut Pro knows formats of 1920 x 1080. */
const knownFormats: Partial<Record<string, string>> = Object.fromEntries(
  ['2398', '24', '25', '2997', '30', '50', '5994', '60'].map((rate) => [rate, `FFVideoFormat1080p${rate}`]),
);

function format({ rate }: Film): XmlNode {
  const short = rate.denominator === 1 ? String(rate.numerator) : rateHz(rate).toFixed(2).replace('.', '');
  const name = knownFormats[short];
  return node('format', {
    id: 'r1',
    ...(name ? { name } : {}),
    frameDuration: `${rate.denominator}/${rate.numerator}s`,
    width: 1920,
    height: 1080,
  });
}

function sequence({ film, markers }: HandedOver, clips: XmlNode[]): XmlNode {
  const start = rationalTime(exactSecondsOf(film.startFrame, film.rate));
  const duration = rationalTime(exactSecondsOf(film.lengthFrames, film.rate));
  const notes = markers.map(({ frame, durationFrames, name, note }) =>
    node('marker', {
      start: rationalTime(exactSecondsOf(film.startFrame + frame, film.rate)),
      duration: rationalTime(exactSecondsOf(Math.max(1, durationFrames), film.rate)),
      value: name || 'Marker',
      ...(note ? { note } : {}),
    }),
  );
  return node(
    'sequence',
    {
      format: 'r1',
      duration,
      tcStart: start,
      tcFormat: film.dropFrame ? 'DF' : 'NDF',
      audioLayout: 'stereo',
      audioRate: '48k',
    },
    [
      node('spine', {}, [
        node('gap', { name: film.name, offset: start, start, duration }, [...clips, ...notes]),
      ]),
    ],
  );
}

/** A file's own stretch of time, in seconds after midnight; ends that miss the grid by a sample's rounding are put on it. */
function mediaRange(film: Film, { media }: Section): { start: Rational; end: Rational } {
  const start = rational(media.timeReferenceSamples, mediaRateHz);
  const end = add(start, rational(media.lengthSamples, mediaRateHz));
  return { start: onGrid(film, start), end: onGrid(film, end) };
}

function onGrid({ rate }: Film, time: Rational): Rational {
  const grid = exactSecondsOf(nearestFrameOfExact(time, rate), rate);
  const sample = rational(1, mediaRateHz);
  const off = compare(grid, time) < 0 ? subtract(time, grid) : subtract(grid, time);
  return compare(off, sample) <= 0 ? grid : time;
}

function asset(
  film: Film,
  { id, section }: { id: string; section: Section },
  folder: string | null,
): XmlNode {
  const { start, end } = mediaRange(film, section);
  const attributes = {
    id,
    name: section.title,
    start: rationalTime(start),
    duration: rationalTime(subtract(end, start)),
    hasAudio: 1,
    audioSources: 1,
    audioChannels: 2,
    audioRate: mediaRateHz,
  };
  const src = mediaUrl(section.media.path, folder);
  return node('asset', attributes, [node('media-rep', { kind: 'original-media', src })]);
}

function clip(
  film: Film,
  section: PlacedSection,
  { ref, lane, isMuted }: { ref: string; lane: number; isMuted: boolean },
): XmlNode {
  const duration = section.recordOut - section.recordIn;
  const time = (frames: number) => rationalTime(exactSecondsOf(frames, film.rate));
  const attributes = {
    ref,
    lane,
    offset: time(film.startFrame + section.recordIn),
    name: section.title,
    ...(isMuted ? { enabled: 0 } : {}),
    start: time(firstFrame(film, section)),
    duration: time(duration),
    audioRole: 'music',
  };
  return node('asset-clip', attributes, [volume(film, section)]);
}

/** The frame of the file's own time at which a section begins: the nearest that leaves all of it within the file. */
function firstFrame(film: Film, section: PlacedSection): number {
  const { start, end } = mediaRange(film, section);
  const wanted = nearestFrameOfExact(add(start, exactSecondsOf(section.sourceIn, film.rate)), film.rate);
  const length = section.recordOut - section.recordIn;
  const fits = (frame: number) =>
    compare(exactSecondsOf(frame, film.rate), start) >= 0 &&
    compare(exactSecondsOf(frame + length, film.rate), end) <= 0;
  const found = [wanted, wanted + 1, wanted - 1].find(fits);
  if (found !== undefined) return found;
  throw new AppError(
    'invalid',
    `invalid cue: ${section.cue.name} (its file has less than ${length} whole frames at ${countedRate(film.rate)} a second: render it again with handles)`,
  );
}

function volume(film: Film, { cue, gainDecibels }: PlacedSection): XmlNode {
  const fade = (name: string, frames: number) =>
    frames > 0 ? [node(name, { duration: rationalTime(exactSecondsOf(frames, film.rate)) })] : [];
  const fades = [...fade('fadeIn', cue.fadeInFrames), ...fade('fadeOut', cue.fadeOutFrames)];
  return node(
    'adjust-volume',
    { amount: `${gainDecibels}dB` },
    fades.length > 0 ? [node('param', { name: 'amount' }, fades)] : [],
  );
}
