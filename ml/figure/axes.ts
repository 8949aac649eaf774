import type { ScaleLinear } from 'd3';
import { node, textNode, type SceneNode } from '../brain/scene/sceneNode';
import type { FigureFrame, PlotBox } from './figure';
import type { FigureTheme } from './figureTheme';

/** The size of letters in figures, pixels. */
export const letterSize = 11.5;

export type PlotScale = ScaleLinear<number, number>;

interface AxisOptions {
  box: PlotBox;
  theme: FigureTheme;
  label: string;
}

/** The room for values inside a figure, with that of the axes taken off. */
export function plotBox({ width, height }: Pick<FigureFrame, 'width' | 'height'>, top = 12): PlotBox {
  return { left: 66, right: width - 14, top, bottom: height - 42 };
}

/** To a tenth of a pixel, so that files stay small and equal. */
export const pixel = (value: number): number => Math.round(value * 10) / 10;

/** Ticks, numbers and a name below the plot. */
export function bottomAxis(scale: PlotScale, { box, theme, label }: AxisOptions): SceneNode[] {
  const count = Math.max(2, Math.floor((box.right - box.left) / 70));
  const write = scale.tickFormat(count);
  const ticks = scale.ticks(count).flatMap((tick) => {
    const x = pixel(scale(tick));
    return [
      node('line', { x1: x, x2: x, y1: box.bottom, y2: box.bottom + 4, stroke: theme.axis }),
      numberNode(write(tick), { x, y: box.bottom + 17, textAnchor: 'middle' }, theme),
    ];
  });
  const line = node('line', {
    x1: box.left,
    x2: box.right,
    y1: box.bottom,
    y2: box.bottom,
    stroke: theme.axis,
  });
  return [line, ...ticks, axisName(label, { x: (box.left + box.right) / 2, y: box.bottom + 35, theme })];
}

/** Lines across the plot with their numbers to the left, the zero line stronger, and a name above turned upright. */
export function leftAxis(scale: PlotScale, { box, theme, label }: AxisOptions): SceneNode[] {
  const count = Math.max(2, Math.floor((box.bottom - box.top) / 38));
  const write = scale.tickFormat(count);
  const ticks = scale.ticks(count).flatMap((tick) => {
    const y = pixel(scale(tick));
    const stroke = tick === 0 ? theme.axis : theme.grid;
    return [
      node('line', { x1: box.left, x2: box.right, y1: y, y2: y, stroke }),
      numberNode(write(tick), { x: box.left - 7, y: y + 4, textAnchor: 'end' }, theme),
    ];
  });
  return [...ticks, uprightName(label, { x: 12, y: (box.top + box.bottom) / 2, theme })];
}

interface NamePlace {
  x: number;
  y: number;
  theme: FigureTheme;
}

const axisName = (text: string, { x, y, theme }: NamePlace): SceneNode =>
  textNode(text, { x: pixel(x), y: pixel(y), textAnchor: 'middle', fontSize: letterSize, fill: theme.ink });

const uprightName = (text: string, { x, y, theme }: NamePlace): SceneNode =>
  textNode(text, {
    x: 0,
    y: 0,
    transform: `translate(${pixel(x)} ${pixel(y)}) rotate(-90)`,
    textAnchor: 'middle',
    fontSize: letterSize,
    fill: theme.ink,
  });

const numberNode = (text: string, place: Record<string, string | number>, theme: FigureTheme): SceneNode =>
  textNode(text, { ...place, fontSize: letterSize, fill: theme.inkSoft });
