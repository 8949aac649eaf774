import { levelSketch } from './levelSketch';
import type { EmotionCurve } from '../../affect/emotionCurve';
import { shapeSketch } from './shapeSketch';
import { blendOf, drawingOf } from './drawing';
import { type TrajectoryQuery } from './trajectorySearch';

/** What candidates are looked for near: 16 numbers as tracks are sketched by their level or by their shape. */
export interface QuerySketch {
  kind: 'level' | 'shape';
  sketch: Float32Array;
}

/** How far the drawing is bent at most, as a part of the band, and of the whole where the band is wide. */
const bendOfBand = 0.6;
const mostBend = 0.1;
/** The drawing as it is; then early or late throughout, by halves in turn, and by thirds in turn. */
const bends = [
  { parts: 1, direction: 0 },
  { parts: 1, direction: 1 },
  { parts: 1, direction: -1 },
  { parts: 2, direction: 1 },
  { parts: 2, direction: -1 },
  { parts: 3, direction: 1 },
  { parts: 3, direction: -1 },
];

/**
 * The sketches by which candidates for a whole-track query are chosen. Warping aligns what happens at other times, and a
 * sketch does not: so the drawing is sketched with its time bent in ways that the band allows. A blend of level
 * and shape looks for both.
 */
export function querySketches(query: TrajectoryQuery): QuerySketch[] {
  const drawing = drawingOf(query);
  const blend = blendOf(query, drawing);
  const bend = Math.min(mostBend, bendOfBand * (query.band ?? 0.1));
  return bends.flatMap(({ parts, direction }) => {
    const bent = bendTime(drawing, parts, bend * direction);
    const level = { kind: 'level' as const, sketch: levelSketch(bent) };
    const shape = { kind: 'shape' as const, sketch: shapeSketch(bent) };
    return [...(blend < 1 ? [level] : []), ...(blend > 0 ? [shape] : [])];
  });
}

/** The drawing read at t + shift sin(parts pi t), t from 0 to 1: both ends stay where they are. */
function bendTime({ valence, arousal }: EmotionCurve, parts: number, shift: number): EmotionCurve {
  const last = valence.length - 1;
  const read = (values: Float32Array) =>
    values.map((_, index) => {
      const t = index / last;
      const at = Math.min(last, Math.max(0, (t + shift * Math.sin(parts * Math.PI * t)) * last));
      const left = Math.floor(at);
      const right = Math.min(last, left + 1);
      return values[left] + (values[right] - values[left]) * (at - left);
    });
  return { valence: read(valence), arousal: read(arousal) };
}
