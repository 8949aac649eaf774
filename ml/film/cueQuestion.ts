import { type KeyPoint } from '../affect/keyPoint';
import { trajectoryAt } from '../affect/resample';
import { type FrameRate } from '../timeCode/frameRate';
import { secondsOf } from '../timeCode/gridSeconds';
import { type CueQuestion } from './cue';
import { type ImportanceStretch } from './importanceStretch';

const blends = { level: 0, shape: 1, both: 0.5 } as const;
/** A jump of the curve on the cue's very end belongs to what follows. */
const beforeEndSeconds = 1e-6;

/** A stretch of a film, and how music is to be compared with it. */
interface AskedCue {
  inFrame: number;
  /** The first frame after it. */
  outFrame: number;
  toleranceSeconds: number;
  mode: keyof typeof blends;
}

/** What is drawn over a film, in seconds after its first frame. */
interface AskedOf {
  film: { rate: FrameRate };
  curve: readonly KeyPoint[];
  importance: readonly ImportanceStretch[];
}

/**
 * What a search is asked for a cue: the film's curve and importance under it, on the cue's own time.
 *
 * @throws RangeError where no curve is drawn
 */
export function cueQuestion({ film, curve, importance }: AskedOf, cue: AskedCue): CueQuestion {
  const [start, end] = [cue.inFrame, cue.outFrame].map((frame) => secondsOf(frame, film.rate));
  const durationSeconds = end - start;
  const within = (seconds: number) => Math.min(durationSeconds, Math.max(0, seconds - start));
  if (curve.length === 0) throw new RangeError('invalid curve: [] (draw how the film’s emotion moves)');
  return {
    points: pointsUnder(curve, start, end).map((point) => ({ ...point, t: within(point.t) })),
    durationSeconds,
    importance: importance
      .map((stretch) => ({ ...stretch, start: within(stretch.start), end: within(stretch.end) }))
      .filter((stretch) => stretch.start < stretch.end),
    toleranceSeconds: cue.toleranceSeconds,
    blend: blends[cue.mode],
  };
}

/** The key points between two times, with one at either end. */
function pointsUnder(curve: readonly KeyPoint[], start: number, end: number): KeyPoint[] {
  const { valence, arousal } = trajectoryAt(curve, Float64Array.of(start, end - beforeEndSeconds));
  return [
    { t: start, valence: valence[0], arousal: arousal[0] },
    ...curve.filter(({ t }) => start < t && t < end),
    { t: end, valence: valence[1], arousal: arousal[1] },
  ];
}
