import { brainTheme, type BrainTheme } from '../colour/brainTheme';
import type { ColourScale } from '../colour/colourScale';
import type { ViewPoint } from '../outlines/spline';
import type { BrainFigure, FigureBlock } from './brainFigure';
import { node, textNode, type SceneNode } from './sceneNode';

const barHeight = 10;
const steps = 80;

/** What a bar alone is drawn from. */
export type BarOptions = Pick<BrainFigure, 'scheme' | 'measure' | 'significance' | 'width' | 'idPrefix'> & {
  scale: BarScale;
};

/** What a bar shows of a scale. */
type BarScale = Pick<ColourScale, 'colourAt' | 'ticks'>;

/** The bar of colours with its numbers, what they stand for, and what a dark edge means, in the middle of the width. */
export function colourBar(options: BarOptions, top: number): FigureBlock {
  const { scale, scheme, measure, significance, width, idPrefix } = options;
  const theme = brainTheme(scheme);
  const length = Math.min(280, width - 80);
  const left = (width - length) / 2;
  const label = (text: string, [x, y]: ViewPoint, fill = theme.inkSoft) =>
    textNode(text, { x, y, textAnchor: 'middle', fontSize: 11.5, fill });
  const nodes = [
    label(measure, [width / 2, top + 12], theme.ink),
    ...barNodes(scale, { theme, id: `${idPrefix}-bar`, box: { x: left, y: top + 20, length } }),
    ...scale.ticks.flatMap(({ position, label: text }) => {
      const x = Math.round((left + position * length) * 10) / 10;
      return [
        node('line', { x1: x, x2: x, y1: top + 30, y2: top + 34, stroke: theme.contour, strokeWidth: 1 }),
        label(text, [x, top + 46]),
      ];
    }),
    ...(significance === null ? [] : edgeLegend(significance, { theme, width, y: top + 64 })),
  ];
  return { nodes, height: significance === null ? 56 : 74 };
}

interface BarPlace {
  theme: BrainTheme;
  id: string;
  box: { x: number; y: number; length: number };
}

function barNodes(scale: BarScale, { theme, id, box }: BarPlace): SceneNode[] {
  const { x, y, length } = box;
  const stops = Array.from({ length: steps }, (_, step) => {
    const stopColor = scale.colourAt((step + 0.5) / steps) ?? theme.cortex;
    // Two stops a step: what is under the floor ends sharply.
    return [step, step + 1].map((end) => node('stop', { offset: end / steps, stopColor }));
  }).flat();
  const ends = { x1: 0, x2: 1, y1: 0, y2: 0 };
  const size = { x, y, width: length, height: barHeight };
  return [
    node('linearGradient', { id, ...ends }, stops),
    node('rect', { ...size, fill: `url(#${id})`, stroke: theme.contour, strokeWidth: 0.75 }),
  ];
}

/** A dark ring and what it stands for. */
function edgeLegend(
  significance: string,
  { theme, width, y }: { theme: BrainTheme; width: number; y: number },
): SceneNode[] {
  const half = 0.27 * 11.5 * significance.length;
  return [
    node('circle', {
      cx: width / 2 - half - 10,
      cy: y - 4,
      r: 4.5,
      fill: 'none',
      stroke: theme.ink,
      strokeWidth: 1.5,
    }),
    textNode(significance, { x: width / 2 - half, y, fontSize: 11.5, fill: theme.inkSoft }),
  ];
}
