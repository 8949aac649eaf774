import { line } from 'd3';
import type { Dimension } from '@/ml/affect/dimension';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { laneX, laneY } from '../timeline/laneGeometry';
import { shownPart, wholeTime, type TimeWindow } from './timeWindow';

/** The SVG path through points of one dimension, as far as a part of the time shows it. */
export function lanePath(
  points: readonly KeyPoint[],
  dimension: Dimension,
  shown: TimeWindow = wholeTime,
): string {
  return (
    line<KeyPoint>()
      .x((point) => laneX(point.t))
      .y((point) => laneY(point[dimension]))(shownPart(points, shown)) ?? ''
  );
}

/** The same for a drawing, whose first and last values hold to the ends. */
export function drawnPath(
  drawing: readonly KeyPoint[],
  dimension: Dimension,
  shown: TimeWindow = wholeTime,
): string {
  if (drawing.length === 0) return '';
  const whole = [{ ...drawing[0], t: 0 }, ...drawing, { ...drawing[drawing.length - 1], t: 1 }];
  return lanePath(whole, dimension, shown);
}
