import type { ViewPoint } from '@/ml/brain/outlines/spline';
import type { HeadPoint } from './headProjection';

/** How a head lies on the drawing. */
export interface HeadFrame {
  centre: ViewPoint;
  /** Pixels from the vertex to the edge of the head. */
  radius: number;
  toPixels: (point: HeadPoint) => ViewPoint;
}

/** A head of a radius around a place, the nose up. */
export function headFrame(centre: ViewPoint, radius: number): HeadFrame {
  return { centre, radius, toPixels: ([x, y]) => [centre[0] + radius * x, centre[1] - radius * y] };
}
