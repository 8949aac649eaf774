import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { curveMeans } from '@/ml/affect/resample';
import { shapeFloor, spreadOf } from '@/ml/affect/shape';
import type { Span } from '@/ml/dtw/search/worstFit';
import { emotionAt, type Drawing } from './drawing';

/** Points a whole track is compared by. */
const segments = 64;
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
}

interface OverlaidMatch {
  /** Pairs of query index and curve index, the latter counted from the track's start. */
  path: readonly (readonly number[])[];
  error: readonly number[];
  /** In the unit of queryHop. */
  worst: Span;
}

interface OverlayOptions {
  drawing: Drawing;
  scope: 'track' | 'section';
  /** Share of the shape in the comparison; from a half on the match is shown at the drawing's own scale. */
  blend: number;
  /** Time between two query points. */
  queryHop: number;
}

/** Lays a match (its path through the track's curve) over the drawing. */
export function overlayOf(
  match: OverlaidMatch,
  curve: EmotionCurve,
  { drawing, scope, blend, queryHop }: OverlayOptions,
): Overlay {
  const count = match.error.length;
  const first = match.path[0][1];
  const last = match.path[match.path.length - 1][1];
  const compared = scope === 'track' ? curveMeans(curve, segments) : curve;
  const section = {
    valence: compared.valence.slice(first, last + 1),
    arousal: compared.arousal.slice(first, last + 1),
  };
  const drawn = Array.from({ length: count }, (_, index) => {
    const t = (index + 0.5) / count;
    return { t, ...emotionAt(drawing, t) };
  });
  const scaled = blend >= 0.5;
  const shown = scaled ? rescale(section, drawn) : section;
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

function rescale(section: EmotionCurve, drawn: readonly KeyPoint[]): EmotionCurve {
  return {
    valence: toScaleOf(
      section.valence,
      Float32Array.from(drawn, (point) => point.valence),
    ),
    arousal: toScaleOf(
      section.arousal,
      Float32Array.from(drawn, (point) => point.arousal),
    ),
  };
}

/** `values` with the mean and spread of `model`; both spreads are held over the floor the search uses. */
function toScaleOf(values: Float32Array, model: Float32Array): Float32Array {
  const from = spreadOf(values);
  const to = spreadOf(model);
  const factor = Math.max(to.deviation, shapeFloor) / Math.max(from.deviation, shapeFloor);
  return Float32Array.from(values, (value) =>
    Math.min(1, Math.max(-1, to.mean + (value - from.mean) * factor)),
  );
}
