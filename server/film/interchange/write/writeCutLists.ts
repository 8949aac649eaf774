import { timeCodeOf } from '@/ml/timeCode/timeCode';
import { AppError } from '../../../base/errors';
import type { Film, HandedOver } from '../handedOver';
import { placeCues, referenceFrame, type MusicTrack, type PlacedSection } from './placeCues';
import { reelNames } from './reelNames';
import { fileNameOf, oneLine, type WrittenFile } from './writtenFile';

/** Event numbers have three digits. */
const mostEvents = 999;

/**
 * CMX 3600 edit decision lists (SMPTE ST 258), one for each stereo track: events on AA, reels of eight characters, the whole name,
 * file and gain as comments. A list says nothing of what is muted: alternates are lists of their own.
 *
 * @throws AppError 'invalid' above 999 events on a track, and as `placeCues`
 */
export function writeCutLists(handedOver: HandedOver): WrittenFile[] {
  const { film } = handedOver;
  const tracks = placeCues(handedOver);
  const paths = tracks.flatMap(({ sections }) => sections.map(({ media }) => media.path));
  const reels = reelNames(paths);
  return tracks.map((track) => ({
    name: fileNameOf(film.name, ` ${track.name}.edl`),
    text: cutList(film, track, reels),
  }));
}

function cutList(film: Film, { name, sections }: MusicTrack, reels: Map<string, string>): string {
  checkEventCount('cues', sections.length);
  const events = sections.flatMap((section, index) =>
    eventLines(film, section, { number: index + 1, reel: reels.get(section.media.path) ?? 'AX' }),
  );
  return edlText(film, `${film.name} ${name}`, events);
}

/** Refuses more events than an edit decision list can number. */
export function checkEventCount(what: 'cues' | 'markers', count: number): void {
  if (count <= mostEvents) return;
  throw new AppError(
    'invalid',
    `invalid ${what}: ${count} (an EDL holds ${mostEvents} events: choose OTIO, or hand over in parts)`,
  );
}

/** The whole text of a list, as its readers expect it: a title, how labels are counted, the events. */
export function edlText(film: Film, title: string, events: string[]): string {
  const head = [`TITLE: ${oneLine(title)}`, `FCM: ${film.dropFrame ? 'DROP FRAME' : 'NON-DROP FRAME'}`, ''];
  return [...head, ...events, ''].join('\r\n');
}

function eventLines(
  film: Film,
  section: PlacedSection,
  { number, reel }: { number: number; reel: string },
): string[] {
  const { cue, recordIn, recordOut, gainDecibels } = section;
  const length = recordOut - recordIn;
  const source = referenceFrame(film, section) + section.sourceIn;
  const record = film.startFrame + recordIn;
  const labels = [source, source + length, record, record + length].map((frame) => timeCodeOf(frame, film));
  const comments = [
    `FROM CLIP NAME: ${oneLine(section.title)}`,
    `SOURCE FILE: ${oneLine(section.media.path.split('/').at(-1) ?? '')}`,
    `CUE: ${oneLine(cue.name)}`,
    `AUDIO LEVEL AT ${labels[0]} IS ${gainDecibels.toFixed(2)} DB  (REEL ${reel} AA)`,
    ...(cue.fadeInFrames > 0 ? [`FADE IN: ${cue.fadeInFrames} FRAMES`] : []),
    ...(cue.fadeOutFrames > 0 ? [`FADE OUT: ${cue.fadeOutFrames} FRAMES`] : []),
  ];
  return [
    `${String(number).padStart(3, '0')}  ${reel.padEnd(8)} ${'AA'.padEnd(5)} ${'C'.padEnd(8)} ${labels.join(' ')}`,
    ...comments.map((comment) => `* ${comment}`),
  ];
}
