import type { DrawnLine, LineKind } from './brainDrawing';
import type { ViewPoint } from './spline';

/** The points in a text as SVG writes them: "x,y x,y ...", with white space between pairs. */
export function pointsOf(text: string): ViewPoint[] {
  return text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [x, y] = pair.split(',').map(Number);
      return [x, y] as const;
    });
}

/** A line of the drawing from such a text. */
export const line = (kind: LineKind, text: string): DrawnLine => ({ kind, points: pointsOf(text) });
