import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import type { ShapeFloor, Spread } from '@/ml/affect/shape';
import type { Span } from '@/ml/dtw/search/worstFit';
import { atDrawnScale } from './atDrawnScale';
import { emotionAt, type Drawing } from './drawing';

const mostTies = 28;

/** What is laid over a drawing to show how a match follows it. Times run over the drawing, from 0 to 1. */
export interface Overlay {
  /** The match's own emotion, its section stretched to the drawing's length. */
  line: KeyPoint[];
  /** Which moment of the match answers which moment of the drawing. */
  ties: { drawn: KeyPoint; matched: KeyPoint }[];
  /** How far apart they are at each moment of the drawing, in the units compared. */
  errors: { t: number; value: number }[];
  /** Where they are farthest apart. */
  worst: Span;
  /** Whether the match was shifted and stretched to the drawing's mean and spread, as comparing by shape does. */
  scaled: boolean;
  /** Has it shown so, or as it is; where shapes were compared. */
  onScaled?: (scaled: boolean) => void;
}

interface OverlaidMatch {
  /** Pairs of query index and curve index, the latter counted from the track's start. */
  path: readonly (readonly number[])[];
  error: readonly number[];
  /** In the unit of queryHop. */
  worst: Span;
  /** What was compared, from the first to the last curve index of the path. */
  curve: EmotionCurve;
  spread: { valence: Spread; arousal: Spread };
}

interface OverlayOptions {
  drawing: Drawing;
  /** Show the match at the drawing's own scale, instead of at its true level. */
  scaled: boolean;
  /** The least deviations that the search divided by. */
  floor: ShapeFloor;
  /** Time between two query points. */
  queryHop: number;
}

/** Lays a match (its path through its curve) over the drawing. */
export function overlayOf(
  match: OverlaidMatch,
  { drawing, scaled, floor, queryHop }: OverlayOptions,
): Overlay {
  const count = match.error.length;
  const first = match.path[0][1];
  const drawn = Array.from({ length: count }, (_, index) => {
    const t = (index + 0.5) / count;
    return { t, ...emotionAt(drawing, t) };
  });
  const shown = scaled ? atDrawnScale(match, drawn, floor) : match.curve;
  const line = Array.from(shown.valence, (valence, index) => ({
    t: (index + 0.5) / shown.valence.length,
    valence,
    arousal: shown.arousal[index],
  }));
  const step = Math.max(1, Math.ceil(match.path.length / mostTies));
  return {
    line,
    ties: match.path
      .filter((_, index) => index % step === 0)
      .map(([query, position]) => ({ drawn: drawn[query], matched: line[position - first] })),
    errors: match.error.map((value, index) => ({ t: drawn[index].t, value })),
    worst: { start: match.worst.start / (count * queryHop), end: match.worst.end / (count * queryHop) },
    scaled,
  };
}
