import type { ViewPoint } from '../outlines/spline';

/** How millimetres of a view lie on the drawing. */
export interface ViewFrame {
  /** Pixels a millimetre. */
  scale: number;
  toPixels: (point: ViewPoint) => ViewPoint;
}

/** The millimetres that a view shows. */
export interface ViewExtent {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** Lays an extent with its upper left corner at `corner`; `mirrored` turns what grows to the right to the left. */
export function viewFrame(
  extent: ViewExtent,
  corner: ViewPoint,
  { scale, mirrored = false }: { scale: number; mirrored?: boolean },
): ViewFrame {
  const toPixels = ([x, y]: ViewPoint): ViewPoint => [
    corner[0] + scale * (mirrored ? extent.right - x : x - extent.left),
    corner[1] + scale * (extent.top - y),
  ];
  return { scale, toPixels };
}
