import type { BrainTheme } from '../colour/brainTheme';
import type { DrawnPart, LineKind } from '../outlines/brainDrawing';
import { splinePath } from '../outlines/spline';
import { node, type SceneNode } from './sceneNode';
import type { ViewFrame } from './viewFrame';

/** Widths of lines in pixels at two pixels a millimetre. */
const widths: Record<LineKind, number> = { edge: 1.1, sulcus: 0.95, faint: 0.85 };

const thickness = (width: number, { scale }: ViewFrame): number =>
  Math.round(width * Math.min(1.35, Math.max(0.6, scale / 2)) * 100) / 100;

/** The path of a part on the drawing. */
export const partPath = ({ points }: DrawnPart, frame: ViewFrame): string =>
  splinePath(points.map(frame.toPixels), true);

/** The surface of a part, without its lines. */
export function partSurface(part: DrawnPart, frame: ViewFrame, theme: BrainTheme): SceneNode {
  return node('path', { d: partPath(part, frame), fill: theme[part.kind] });
}

/** The contour of a part and the sulci upon it. */
export function partLines(part: DrawnPart, frame: ViewFrame, theme: BrainTheme): SceneNode[] {
  const sulci = part.lines.map(({ kind, points }) =>
    node('path', {
      d: splinePath(points.map(frame.toPixels), false),
      fill: 'none',
      stroke: theme[kind],
      strokeWidth: thickness(widths[kind], frame),
      strokeLinecap: 'round',
    }),
  );
  const contour = node('path', {
    d: partPath(part, frame),
    fill: 'none',
    stroke: theme.contour,
    strokeWidth: thickness(part.kind === 'cortex' ? 1.5 : 1.1, frame),
    strokeLinejoin: 'round',
  });
  // A press on a line is meant for the region beneath it.
  return [node('g', { pointerEvents: 'none' }, [...sulci, contour])];
}
