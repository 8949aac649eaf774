import { countedRate, type FrameRate } from '@/ml/timeCode/frameRate';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { parseRate } from '@/ml/timeCode/parseRate';
import {
  mediaRateHz,
  type Cue,
  type Film,
  type FilmMarker,
  type HandedOver,
  type Section,
} from '../handedOver';

/** A film of a quarter of an hour that begins at one hour. */
export function exampleFilm(rate: FrameRate, more: Partial<Film> = {}): Film {
  const counted = countedRate(rate);
  return {
    name: 'Über Wasser #2',
    rate,
    dropFrame: false,
    startFrame: 3600 * counted,
    lengthFrames: 900 * counted,
    ...more,
  };
}

/** Samples before a frame, to the nearest. */
function samplesAt(frame: number, rate: FrameRate): number {
  return Math.round(secondsOf(frame, rate) * mediaRateHz);
}

/** A section as it is rendered: five seconds before it and after it, the file's time that of the film. */
function exampleSection(film: Film, recordIn: number, recordOut: number): Section {
  const handle = 5 * countedRate(film.rate);
  const first = film.startFrame + recordIn - handle;
  const last = film.startFrame + recordOut + handle;
  return {
    title: `Stück ${recordIn} & "mehr"`,
    artist: 'Ännchen, Björk',
    album: '=Sum(1)',
    isrc: 'DEABC2600001',
    writer: 'A. Writer',
    media: {
      path: `Media/Stück #${recordIn} 50%.wav`,
      lengthSamples: samplesAt(last - first, film.rate),
      timeReferenceSamples: samplesAt(first, film.rate),
    },
    inSeconds: secondsOf(handle, film.rate),
    gainDecibels: -3.5,
  };
}

/** A cue without fades. */
export function exampleCue(film: Film, recordIn: number, recordOut: number): Cue {
  return {
    name: `1m${recordIn}`,
    recordIn,
    recordOut,
    fadeInFrames: 0,
    fadeOutFrames: 0,
    use: 'background',
    section: exampleSection(film, recordIn, recordOut),
    alternates: [],
  };
}

/** A marker of a film. */
export function exampleMarker(frame: number, more: Partial<FilmMarker> = {}): FilmMarker {
  return { frame, durationFrames: 1, name: `M ${frame}`, note: '', colour: 'red', ...more };
}

/** Hand-overs that other programs are asked to read: by the name of a folder for each. */
export function exampleHandOvers(): Record<string, HandedOver> {
  const counts = [
    ['23.976', false],
    ['24', false],
    ['25', false],
    ['29.97', false],
    ['29.97', true],
    ['30', false],
    ['50', false],
    ['59.94', false],
    ['59.94', true],
    ['60', false],
  ] as const;
  return Object.fromEntries(
    counts.map(([name, dropFrame]) => [
      `${name}${dropFrame ? 'df' : ''}`,
      wholeHandOver(exampleFilm(parseRate(name), { dropFrame })),
    ]),
  );
}

/** Cues side by side and apart, with fades and alternates, and markers of every kind. */
function wholeHandOver(film: Film): HandedOver {
  const second = countedRate(film.rate);
  const first = exampleCue(film, 0, 61 * second + 7);
  const next = {
    ...exampleCue(film, 61 * second + 7, 90 * second),
    fadeInFrames: second,
    fadeOutFrames: 2 * second,
  };
  const last = {
    ...exampleCue(film, 600 * second + 1, 900 * second),
    alternates: [3, 5].map((extra) => ({
      ...exampleSection(film, 600 * second + 1, 900 * second),
      title: `Alternate ${extra}`,
      media: {
        ...exampleSection(film, 600 * second + 1, 900 * second).media,
        path: `Media/Alternate ${extra}.wav`,
      },
    })),
  };
  const markers = [
    exampleMarker(2103, { name: 'Tür | "zu"', note: 'line one\nline two', colour: 'blue' }),
    exampleMarker(17, { durationFrames: 48 }),
    exampleMarker(17, { name: 'the same frame', colour: null }),
    exampleMarker(film.lengthFrames - 1, { name: '', note: '<&>' }),
  ];
  return { film, cues: [last, first, next], markers, folder: null };
}
