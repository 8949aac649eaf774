import { extent, scaleLinear } from 'd3';
import { node, textNode, type SceneNode } from '../brain/scene/sceneNode';
import { letterSize, pixel } from './axes';
import type { Figure, FigureFrame } from './figure';
import { figureTheme, type FigureTheme } from './figureTheme';

/** Shapes by which marks are told apart without colour. */
type MarkShape = 'disc' | 'diamond';

/** One mark of a figure. */
interface ScatterMark {
  x: number;
  y: number;
  /** #rrggbb */
  colour: string;
  shape: MarkShape;
}

/** What a colour or a shape stands for. */
interface ScatterKey {
  name: string;
  colour: string;
  shape: MarkShape;
}

/** A square of marks in no unit: only how near they are means something. */
export interface ScatterFigure extends Pick<FigureFrame, 'title' | 'scheme' | 'width'> {
  marks: readonly ScatterMark[];
  key: readonly ScatterKey[];
}

const margin = 14;
const keyHeight = 22;
const widest = 720;

/** Marks on a square, both axes by one factor, with a key above it. */
export function scatterFigure(figure: ScatterFigure): Figure {
  const { width, title, scheme, marks } = figure;
  const theme = figureTheme(scheme);
  const key = keyNodes(figure, theme);
  const side = Math.min(width, widest);
  const top = 8 + key.rows * keyHeight;
  const place = placesWithin(marks, { left: (width - side) / 2 + margin, top, side: side - 2 * margin });
  const radius = marks.length > 600 ? 2.6 : 4;
  return {
    ...{ width, title, background: theme.surface },
    height: Math.ceil(top + side - margin),
    nodes: [...key.nodes, ...marks.map((mark) => markNode(mark, { ...place(mark), radius, theme }))],
  };
}

interface Square {
  left: number;
  top: number;
  side: number;
}

function placesWithin(marks: readonly ScatterMark[], { left, top, side }: Square) {
  const [leftmost = 0, rightmost = 0] = extent(marks, ({ x }) => x);
  const [lowest = 0, highest = 0] = extent(marks, ({ y }) => y);
  const half = Math.max(rightmost - leftmost, highest - lowest, 1e-9) / 2;
  const around = (middle: number) => [middle - half, middle + half];
  const across = scaleLinear(around((leftmost + rightmost) / 2), [left, left + side]);
  const up = scaleLinear(around((lowest + highest) / 2), [top + side, top]);
  return ({ x, y }: ScatterMark) => ({ at: [pixel(across(x)), pixel(up(y))] as const });
}

interface MarkPlace {
  at: readonly [number, number];
  radius: number;
  theme: FigureTheme;
}

function markNode(
  { colour, shape }: Omit<ScatterMark, 'x' | 'y'>,
  { at, radius, theme }: MarkPlace,
): SceneNode {
  const paint = { fill: colour, fillOpacity: 0.85, stroke: theme.surface, strokeWidth: 0.6 };
  const [cx, cy] = at;
  if (shape === 'disc') return node('circle', { cx, cy, r: radius, ...paint });
  const reach = pixel(1.5 * radius);
  return node('path', {
    d: `M${cx},${pixel(cy - reach)}l${reach},${reach}l${-reach},${reach}l${-reach},${-reach}z`,
    ...paint,
  });
}

function keyNodes({ key, width }: ScatterFigure, theme: FigureTheme): { nodes: SceneNode[]; rows: number } {
  if (key.length === 0) return { nodes: [], rows: 0 };
  let [left, row] = [margin, 0];
  const nodes = key.flatMap(({ name, ...mark }) => {
    const needed = 18 + 0.58 * letterSize * name.length;
    if (left > margin && left + needed > width - margin) [left, row] = [margin, row + 1];
    const at = [pixel(left + 5), 14 + row * keyHeight] as const;
    left += needed + 14;
    return [
      markNode(mark, { at, radius: 4, theme }),
      textNode(name, { x: at[0] + 10, y: at[1] + 4, fontSize: letterSize, fill: theme.ink }),
    ];
  });
  return { nodes, rows: row + 1 };
}
