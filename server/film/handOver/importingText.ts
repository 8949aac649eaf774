import { rateName } from '@/ml/timeCode/frameRate';
import { timeCodeOf } from '@/ml/timeCode/timeCode';
import type { FilmProject } from '../projects/filmProject';
import type { HandOverWish } from './handOverWish';

interface HandedFiles {
  wish: HandOverWish;
  /** The names of the timelines and the cue sheet. */
  files: string[];
  remarks: string[];
}

/** The README of a hand-over: what is in it, and how each editing program takes it. Windows reads its line ends, too. */
export function importingText(project: FilmProject, { wish, files, remarks }: HandedFiles): string {
  const lines = [
    `Music for ${project.film.name}`,
    '',
    ...clockLines(project),
    '',
    'Files',
    ...files.map((name) => `  ${name}`),
    ...mediaLines(wish),
    '',
    ...programLines(project, wish),
    ...(remarks.length > 0 ? ['', 'To know', ...remarks.map((remark) => `  ${remark}`)] : []),
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

function clockLines({ film, loudnessTargetLufs }: FilmProject): string[] {
  const drop = film.dropFrame ? 'drop frame' : 'non-drop frame';
  const loudness = loudnessTargetLufs === null ? 'as in the tracks' : `${loudnessTargetLufs} LUFS`;
  return [
    `Frame rate: ${rateName(film.rate)} (${film.rate.numerator}/${film.rate.denominator}), ${drop}`,
    `First frame: ${timeCodeOf(film.startFrame, film)}`,
    `Loudness: ${loudness}`,
    'Make the timeline of the editing program at this rate and from this time code before you import.',
  ];
}

function mediaLines({ sounds, audio, burnFades }: HandOverWish): string[] {
  if (!sounds) return ['  The timelines want the folder Media of an earlier hand-over beside them.'];
  const handles = burnFades
    ? 'fades are in the sound, and there are no handles'
    : 'up to 5 s of handles on either side, no fades in the sound';
  const stamp = audio === 'wav' ? ' Each WAV file says in its bext chunk at which time code it begins.' : '';
  return [`  Media/: 48 kHz, 24 bits, stereo; ${handles}.${stamp}`];
}

/** What to do in each program, for the formats that are there. */
const programs = {
  otio: [
    'DaVinci Resolve: File > Import > Timeline, choose the .otio file; where media are asked for, the folder Media.',
    'Premiere Pro 25 and later, Kdenlive, Blender add-ons: import the .otio file.',
  ],
  fcpxml: [
    'Final Cut Pro: File > Import > XML, choose the .fcpxml file.',
    'DaVinci Resolve reads it as well, by File > Import > Timeline.',
  ],
  xmeml: [
    'Premiere Pro: File > Import, choose the .xml file; then link media to the folder Media where it asks.',
  ],
  edl: [
    'Any other program: the .edl files (CMX 3600), one for each stereo track. Gain and full names stand in comments.',
    'DaVinci Resolve may ignore audio in an EDL: take the .otio file there.',
  ],
  markers: [
    'Markers in DaVinci Resolve: right-click the timeline in the media pool, Timelines > Import > Timeline Markers from EDL.',
  ],
  'cue-sheet': ['The cue sheet opens in every spreadsheet (CSV, UTF-8).'],
} as const;

function programLines({ folder }: FilmProject, { formats, audio }: HandOverWish): string[] {
  const where =
    folder === null
      ? 'Keep the timelines beside the folder Media. A program that does not find the sounds asks for them: show it Media.'
      : `The timelines look for Media in ${folder}: put this folder there.`;
  const flac =
    audio === 'flac'
      ? ['  Some programs, Premiere Pro and Avid among them, may not read FLAC: take WAV there.']
      : [];
  return [
    'Importing',
    `  ${where}`,
    ...flac,
    ...formats.flatMap((format) => programs[format]).map((line) => `  ${line}`),
  ];
}
