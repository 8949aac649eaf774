import type { KeyPoint } from '@/ml/affect/keyPoint';
import { emotionAt, makeDrawing, type Drawing } from './drawing';

/** Closer than this to the curve a drawing is said to be it. */
const tolerance = 0.005;

const farness = (point: KeyPoint, drawing: Drawing): number => {
  const drawn = emotionAt(drawing, point.t);
  return Math.max(Math.abs(point.valence - drawn.valence), Math.abs(point.arousal - drawn.arousal));
};

/**
 * A curve of many samples as a drawing of at most `most` key points. Starting from its ends, the sample that
 * lies farthest from the drawing becomes a key point, until none is noticeably far.
 */
export function simplifyCurve(curve: readonly KeyPoint[], most: number): Drawing {
  if (curve.length <= 2) return makeDrawing(curve);
  let drawing = makeDrawing([curve[0], curve[curve.length - 1]]);
  while (drawing.length < most) {
    let farthest = { point: curve[0], away: 0 };
    for (const point of curve) {
      const away = farness(point, drawing);
      if (away > farthest.away) farthest = { point, away };
    }
    if (farthest.away <= tolerance) return drawing;
    const more = makeDrawing([...drawing, farthest.point]);
    if (more.length === drawing.length) return drawing;
    drawing = more;
  }
  return drawing;
}
