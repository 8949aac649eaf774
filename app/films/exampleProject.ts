import { nearestFrame } from '@/ml/timeCode/gridSeconds';
import type { FilmCue, FilmProject } from '@/app/ui/film/filmProject';
import { newProject } from './newProject';

const rate = { numerator: 24, denominator: 1 };
const frame = (seconds: number) => nearestFrame(seconds, rate);
const marker = (seconds: number, name: string, colour: string) => ({
  ...{ frame: frame(seconds), name, colour, note: '', durationFrames: 0 },
});

/** The first second of each shot but the first: long looks, a pursuit in short ones, and rest. */
const shotSeconds = [
  ...[9, 17.5, 24, 33, 41.25, 48, 52, 56.5, 60, 63.25, 66, 68.5],
  ...[70, 71.5, 73, 74.25, 76, 77.5, 79, 80, 82.5, 84, 86.5, 89, 91, 94, 98, 104, 112],
  ...[121, 129.5, 140, 148, 154.5],
];

/** A short scene of nobody's film, told as a curve: one can look for its music before one has a film at hand. */
export function exampleProject(): FilmProject {
  const film = {
    ...{ name: 'The knock', rate, dropFrame: false, file: null },
    ...{ startFrame: frame(3600), lengthFrames: frame(160) },
  };
  return {
    ...newProject('The knock (an example)', film),
    cuts: shotSeconds.map(frame),
    markers: [
      marker(52, 'A knock at the door', 'yellow'),
      marker(70, 'They run', 'red'),
      marker(112, 'He lets go', 'blue'),
      marker(140, 'Home', 'green'),
    ],
    curve: [
      { t: 0, valence: 0.35, arousal: -0.5 },
      { t: 40, valence: 0.45, arousal: -0.35 },
      { t: 53, valence: -0.2, arousal: 0.2 },
      { t: 72, valence: -0.45, arousal: 0.7 },
      { t: 100, valence: -0.5, arousal: 0.65 },
      { t: 114, valence: -0.6, arousal: -0.4 },
      { t: 138, valence: -0.1, arousal: -0.35 },
      { t: 158, valence: 0.6, arousal: 0.2 },
    ],
    importance: [{ start: 70, end: 84, weight: 3 }],
    cues: [
      cue({ id: 'morning', name: 'Morning', from: 0, to: 48 }),
      cue({ id: 'pursuit', name: 'The pursuit', from: 52, to: 108 }),
    ],
  };
}

function cue({ id, name, from, to }: { id: string; name: string; from: number; to: number }): FilmCue {
  return {
    ...{ id, name, inFrame: frame(from), outFrame: frame(to), fadeInFrames: 12, fadeOutFrames: 36 },
    ...{ toleranceSeconds: 0.5, mode: 'both', filter: {}, chosen: null, alternates: [], hitPoints: [] },
    ...{ locked: false, use: 'background' },
  };
}
