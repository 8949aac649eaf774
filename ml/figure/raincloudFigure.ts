import { area, extent, max, scaleLinear } from 'd3';
import { node, textNode, type SceneNode } from '../brain/scene/sceneNode';
import { createRandom } from '../random';
import { quantileOf } from '../statistics/quantile';
import { bottomAxis, letterSize, pixel, type PlotScale } from './axes';
import { density } from './density';
import type { Figure, FigureFrame, PlotBox } from './figure';
import { figureTheme, seriesColour, type FigureTheme } from './figureTheme';

/** The values of one group: a number a participant. */
export interface RaincloudGroup {
  name: string;
  values: readonly number[];
  /** Written to the right, such as "p = .012"; null for nothing. */
  note?: string | null;
}

/** A raincloud's height follows from its groups, and its upright axis has names, not numbers. */
export interface RaincloudFigure extends Omit<FigureFrame, 'height' | 'yLabel'> {
  groups: readonly RaincloudGroup[];
}

const rowHeight = 58;
const top = 8;
const axisHeight = 42;
const grain = 90;

/**
 * Each group's density, quartiles and values (Allen et al. 2019, raincloud plots), groups below each other over one
 * axis. Values are scattered up and down by a seeded generator, so that equal numbers give equal drawings.
 */
export function raincloudFigure(figure: RaincloudFigure): Figure {
  const { width, groups, scheme, title } = figure;
  const theme = figureTheme(scheme);
  const height = top + groups.length * rowHeight + axisHeight;
  const nameWidth = Math.min(150, 16 + 0.58 * letterSize * (max(groups, ({ name }) => name.length) ?? 0));
  const noteWidth = groups.some(({ note }) => note) ? 84 : 14;
  const box: PlotBox = { left: nameWidth, right: width - noteWidth, top, bottom: height - axisHeight };
  const across = scaleLinear(valueRange(groups), [box.left, box.right]).nice(5);
  const nodes = [
    ...zeroLine(across, box, theme),
    ...bottomAxis(across, { box, theme, label: figure.xLabel }),
    ...groups.flatMap((group, index) => {
      const middle = top + (index + 0.6) * rowHeight;
      return cloud(group, { across, middle, theme, box, colour: seriesColour(theme, index) });
    }),
  ];
  return { width, height, title, background: theme.surface, nodes };
}

function valueRange(groups: readonly RaincloudGroup[]): [number, number] {
  const [least, most] = extent([0, ...groups.flatMap(({ values }) => values)]) as [number, number];
  const rim = 0.06 * (most - least || 1);
  return [least - (least < 0 ? rim : 0), most + (most > 0 ? rim : 0)];
}

function zeroLine(across: PlotScale, { top: y1, bottom: y2 }: PlotBox, theme: FigureTheme): SceneNode[] {
  const x = pixel(across(0));
  return [node('line', { x1: x, x2: x, y1, y2, stroke: theme.axis })];
}

interface CloudPlace {
  across: PlotScale;
  /** Where the cloud ends and the rain begins. */
  middle: number;
  theme: FigureTheme;
  box: PlotBox;
  colour: string;
}

function cloud({ name, values, note }: RaincloudGroup, place: CloudPlace): SceneNode[] {
  const { middle, theme, box } = place;
  const words = { fontSize: letterSize, fill: theme.ink };
  const lines = nameLines(name);
  const firstLine = middle + 4 - ((lines.length - 1) * lineHeight) / 2;
  const names = lines.map((line, at) =>
    textNode(line, { x: box.left - 8, y: firstLine + at * lineHeight, textAnchor: 'end', ...words }),
  );
  if (note) names.push(textNode(note, { x: box.right + 8, y: middle + 4, ...words, fill: theme.inkSoft }));
  if (values.length === 0) return names;
  return [
    ...names,
    densityNode(values, place),
    ...rainNodes(name, values, place),
    ...quartileNodes(values, place),
  ];
}

const mostLetters = 20;
const lineHeight = 14;

/** A name as it fits beside its row, on two lines where it is long. */
function nameLines(name: string): string[] {
  if (name.length <= mostLetters) return [name];
  const at = name.lastIndexOf(' ', mostLetters);
  return at <= 0 ? [shortened(name)] : [name.slice(0, at), shortened(name.slice(at + 1))];
}

function shortened(name: string): string {
  const letters = Array.from(name);
  return letters.length <= mostLetters ? name : `${letters.slice(0, mostLetters - 1).join('')}…`;
}

function densityNode(values: readonly number[], { across, middle, colour }: CloudPlace): SceneNode {
  const [from, to] = across.domain();
  const places = Array.from({ length: grain + 1 }, (_, step) => from + ((to - from) * step) / grain);
  const heights = density(values, places);
  const tallest = max(heights) || 1;
  const write = area<number>()
    .x((_, index) => across(places[index]))
    .y0(middle - 6)
    .y1((value) => middle - 6 - (value / tallest) * 24)
    .digits(1);
  return node('path', { d: write(heights) ?? '', fill: colour, fillOpacity: 0.28, stroke: colour });
}

function rainNodes(name: string, values: readonly number[], place: CloudPlace): SceneNode[] {
  const random = createRandom(1, `rain of ${name}`);
  return values.map((value) =>
    node('circle', {
      cx: pixel(place.across(value)),
      cy: pixel(place.middle + 6 + 10 * random.next()),
      r: 2.4,
      fill: place.colour,
      fillOpacity: 0.7,
    }),
  );
}

/** The box from the first to the third quartile with the median in it. */
function quartileNodes(values: readonly number[], { across, middle, theme }: CloudPlace): SceneNode[] {
  const [low, mid, high] = [0.25, 0.5, 0.75].map((share) => pixel(across(quantileOf(values, share))));
  const ends = { x1: low, x2: high, y1: middle, y2: middle };
  return [
    node('line', { ...ends, stroke: theme.ink, strokeWidth: 3, strokeLinecap: 'round' }),
    node('circle', { cx: mid, cy: middle, r: 4, fill: theme.surface, stroke: theme.ink, strokeWidth: 2 }),
  ];
}
