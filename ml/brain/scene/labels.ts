import type { BrainTheme } from '../colour/brainTheme';
import type { ViewPoint } from '../outlines/spline';
import { textNode, type SceneNode } from './sceneNode';

export interface LabelledShape {
  text: string;
  centre: ViewPoint;
  /** How far the shape reaches from its centre, pixels. */
  reach: number;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const size = 11;
/** Most names of regions are shorter; what has no room in whole is better left out than cut. */
const longest = 32;

/**
 * Names beside shapes: to the right, left, above or below, wherever neither another shape nor a name already set is in
 * the way and the drawing does not end; a name without room is left out.
 */
export function labelNodes(
  shapes: readonly LabelledShape[],
  { bounds, theme }: { bounds: Box; theme: BrainTheme },
): SceneNode[] {
  const taken: Box[] = shapes.map(({ centre, reach }) => around(centre, 0.8 * reach, 0.8 * reach));
  return shapes.flatMap(({ text, centre, reach }) => {
    const short = text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
    const free = boxesBeside(centre, reach, 0.64 * size * short.length).find(
      (box) => isInside(box, bounds) && !taken.some((other) => overlap(box, other)),
    );
    if (!free) return [];
    taken.push(free);
    return [labelNode(short, free, theme)];
  });
}

function labelNode(text: string, { left, right, bottom }: Box, theme: BrainTheme): SceneNode {
  return textNode(text, {
    x: rounded((left + right) / 2),
    y: rounded(bottom - 3),
    textAnchor: 'middle',
    fontSize: size,
    fontWeight: 600,
    fill: theme.ink,
    stroke: theme.surface,
    strokeWidth: 3,
    strokeLinejoin: 'round',
    paintOrder: 'stroke',
    pointerEvents: 'none',
  });
}

function boxesBeside([x, y]: ViewPoint, reach: number, width: number): Box[] {
  const away = reach + 3;
  return [
    around([x + away + width / 2, y], width / 2, size / 2 + 1),
    around([x - away - width / 2, y], width / 2, size / 2 + 1),
    around([x, y - away - size / 2], width / 2, size / 2 + 1),
    around([x, y + away + size / 2], width / 2, size / 2 + 1),
  ];
}

const around = ([x, y]: ViewPoint, halfWidth: number, halfHeight: number): Box => ({
  left: x - halfWidth,
  right: x + halfWidth,
  top: y - halfHeight,
  bottom: y + halfHeight,
});

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isInside = (box: Box, bounds: Box): boolean =>
  box.left >= bounds.left &&
  box.right <= bounds.right &&
  box.top >= bounds.top &&
  box.bottom <= bounds.bottom;

const rounded = (value: number): number => Math.round(value * 10) / 10;
