import { contours } from 'd3';
import { polygonPath, type ViewPoint } from '@/ml/brain/outlines/spline';
import { node, type SceneNode } from '@/ml/brain/scene/sceneNode';
import { gridReach, headField } from './headGrid';
import type { HeadFigure, HeadMap } from './headFigure';
import type { HeadFrame } from './headFrame';

/** Steps of colour from end to end of the bar. */
const steps = 14;

/**
 * The map's values as areas of one colour each, one upon the other from the lowest, between lines of equal value
 * (marching squares, Lorensen & Cline 1987). They reach beyond the head and are to be clipped.
 */
export function headContours(map: HeadMap, figure: HeadFigure, frame: HeadFrame): SceneNode[] {
  const { grid, scale } = figure;
  const field = Array.from(headField(grid, map.values));
  const levels = Array.from(
    { length: steps - 1 },
    (_, step) => scale.from + ((step + 1) * (scale.to - scale.from)) / steps,
  );
  const shapes = contours().size([grid.cells, grid.cells]).thresholds(levels)(field);
  const toHead = (along: number) => gridReach * ((2 * along) / grid.cells - 1);
  const path = (ring: readonly (readonly number[])[]) =>
    polygonPath(ring.map(([x, y]): ViewPoint => frame.toPixels([toHead(x), -toHead(y)])));
  return shapes.flatMap(({ coordinates }, step) =>
    coordinates.length === 0
      ? []
      : node('path', {
          d: coordinates.flat().map(path).join(''),
          fill: scale.colourAt((step + 1.5) / steps),
          fillRule: 'evenodd',
        }),
  );
}

/** The colour of what lies under all levels. */
export const lowestColour = ({ scale }: HeadFigure): string => scale.colourAt(0.5 / steps);
