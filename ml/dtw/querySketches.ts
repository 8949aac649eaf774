import { curveSketch } from '../emotion/sketch';
import { shapeSketch } from './shapeSketch';
import { blendOf, drawingOf, type TrajectoryQuery } from './trajectorySearch';

/**
 * The 16-number sketches by which candidates for a whole-track query are chosen: of its level, of its shape, or both
 * where it blends them.
 */
export function querySketches(query: TrajectoryQuery): { level?: Float32Array; shape?: Float32Array } {
  const drawing = drawingOf(query);
  const blend = blendOf(query, drawing);
  return {
    ...(blend < 1 && { level: curveSketch(drawing) }),
    ...(blend > 0 && { shape: shapeSketch(drawing) }),
  };
}
