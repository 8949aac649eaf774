import { curveHopSeconds } from '../affect/curveHop';
import { type KeyPoint } from '../affect/keyPoint';
import { type Importance, importanceOf } from '../dtw/importance';
import { blendOf, drawingOf } from '../dtw/search/drawing';
import { type Comparison, type Sequence, sequenceOf } from '../dtw/sequence';
import { type ImportanceStretch, importanceSamples } from './importanceStretch';

/** A stretch of a film and how its emotion is to move. */
export interface CueQuestion {
  /** At least one; `t` in seconds from the cue's start. */
  points: readonly KeyPoint[];
  durationSeconds: number;
  /** What counts more or less than usual; somewhere more than 0 must be left. */
  importance: readonly ImportanceStretch[];
  /** How far music may run ahead of the picture or behind it, in seconds. */
  toleranceSeconds: number;
  /** By default shape where the drawing moves, else level. */
  mode?: 'level' | 'shape';
  /** Share of the shape against the level, 0 to 1; rules over mode. */
  blend?: number;
}

/** A cue as it is compared: one sample every `curveHopSeconds`. */
export interface Cue {
  query: Sequence;
  importance: Importance;
  comparison: Comparison;
  /** The tolerance as a part of the cue. */
  band: number;
}

/** RangeError where nothing of the cue counts. */
export function cueOf(question: CueQuestion): Cue {
  const { points, durationSeconds } = question;
  const drawing = drawingOf({ points, durationSeconds, scope: 'section' });
  const importance = importanceOf(cueImportance(question), drawing.valence.length);
  const comparison = {
    blend: blendOf(question, drawing, importance.weights),
    weights: { valence: 1, arousal: 1 },
  };
  const query = sequenceOf(drawing, comparison, importance.weights);
  return { query, importance, comparison, band: bandOf(question) };
}

/** What each sample of a cue counts. */
export function cueImportance({
  importance,
  durationSeconds,
}: Pick<CueQuestion, 'importance' | 'durationSeconds'>): Float64Array {
  const options = { points: cuePoints(durationSeconds), hopSeconds: curveHopSeconds };
  return importanceSamples(importance, options);
}

/** A tolerance in seconds as the part of a cue that a search's band is given by. */
export function bandOf({
  toleranceSeconds,
  durationSeconds,
}: Pick<CueQuestion, 'toleranceSeconds' | 'durationSeconds'>): number {
  return toleranceSeconds / (cuePoints(durationSeconds) * curveHopSeconds);
}

/** Samples of a cue, as sampleTrajectory takes them. */
function cuePoints(durationSeconds: number): number {
  return Math.max(1, Math.round(durationSeconds / curveHopSeconds));
}
