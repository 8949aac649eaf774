import { line } from 'd3';

/** The box a small curve is drawn in; the axis [-1, 1] spans its height. */
export const sparkBox = { width: 100, height: 24 };

const path = line<number>()
  .x((_, index) => index)
  .y((value) => value);

/** The SVG path of values in [-1, 1], each in the middle of its share of the box's width. */
export function seriesPath(values: ArrayLike<number>): string {
  const { width, height } = sparkBox;
  path.x((_, index) => round(((index + 0.5) / values.length) * width));
  path.y((value) => round(((1 - value) / 2) * (height - 2) + 1));
  return path(Array.from(values)) ?? '';
}

const round = (value: number) => Math.round(value * 100) / 100;
