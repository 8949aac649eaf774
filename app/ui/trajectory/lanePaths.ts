import { line } from 'd3';
import type { Dimension } from '@/ml/affect/dimension';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { laneX, laneY } from '../timeline/laneGeometry';

/** The SVG path through points of one dimension. */
export function lanePath(points: readonly KeyPoint[], dimension: Dimension): string {
  return (
    line<KeyPoint>()
      .x((point) => laneX(point.t))
      .y((point) => laneY(point[dimension]))(points) ?? ''
  );
}

/** The same for a drawing, whose first and last values hold to the ends. */
export function drawnPath(drawing: readonly KeyPoint[], dimension: Dimension): string {
  if (drawing.length === 0) return '';
  return lanePath([{ ...drawing[0], t: 0 }, ...drawing, { ...drawing[drawing.length - 1], t: 1 }], dimension);
}
