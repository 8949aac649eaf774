import { area, extent, line, scaleLinear } from 'd3';
import { node, textNode, type SceneNode } from '../brain/scene/sceneNode';
import { bottomAxis, leftAxis, letterSize, pixel, plotBox, type PlotScale } from './axes';
import type { Figure, FigureFrame, PlotBox } from './figure';
import { figureTheme, seriesColour, seriesDash, type FigureTheme } from './figureTheme';

/** One line of a figure. */
export interface FigureLine {
  name: string;
  /** [x] a value for each place; null leaves a gap. */
  values: readonly (number | null)[];
  /** Where it survives its test: drawn as dots on the line. */
  significant?: readonly boolean[];
}

/** A value across the whole plot, such as the threshold of a test. */
interface FigureLevel {
  value: number;
  name: string;
}

/** What lies between two values at each place, behind the lines. */
interface FigureBand {
  name: string;
  /** [x]; null leaves a gap. */
  low: readonly (number | null)[];
  high: readonly (number | null)[];
  /** The line whose colour it has, from 0; null for one that is no line's, such as what chance makes. */
  line: number | null;
}

export interface LineFigure extends FigureFrame {
  /** The places of the values: lags, delays or seconds. */
  x: readonly number[];
  lines: readonly FigureLine[];
  bands?: readonly FigureBand[];
  levels?: readonly FigureLevel[];
  /** A place that is pointed out, such as the moment that is playing; null for none. */
  moment?: number | null;
}

const legendHeight = 22;
const legendLeft = 66;

/**
 * Lines over lags, delays or time, with one legend above and the zero line drawn through.
 *
 * @throws RangeError where a line or a band has not one value for each place.
 */
export function lineFigure(figure: LineFigure): Figure {
  const { x, lines, bands = [] } = figure;
  requireOneAPlace(figure);
  const theme = figureTheme(figure.scheme);
  const legend = legendNodes(lines, figure, theme);
  const box = plotBox(figure, 10 + legend.rows * legendHeight);
  const across = scaleLinear(x.length > 1 ? [x[0], x[x.length - 1]] : [0, 1], [box.left, box.right]);
  const up = scaleLinear(valueRange(figure), [box.bottom, box.top]).nice(4);
  const nodes = [
    ...leftAxis(up, { box, theme, label: figure.yLabel }),
    ...bottomAxis(across, { box, theme, label: figure.xLabel }),
    ...bands.map((band) => bandNode(band, { x, across, up, theme })),
    ...levelNodes(figure, up, { box, theme }),
    ...lines.flatMap((one, index) =>
      lineNodes(one, { x, across, up, index, colour: seriesColour(theme, index) }),
    ),
    ...momentNodes(figure.moment ?? null, across, { box, theme }),
    ...legend.nodes,
  ];
  return {
    width: figure.width,
    height: figure.height,
    title: figure.title,
    background: theme.surface,
    nodes,
  };
}

function requireOneAPlace({ x, lines, bands = [] }: LineFigure): void {
  const told = [
    ...lines.map(({ name, values }) => ({ name, values })),
    ...bands.flatMap(({ name, low, high }) => [
      { name, values: low },
      { name, values: high },
    ]),
  ];
  const short = told.find(({ values }) => values.length !== x.length);
  if (short)
    throw new RangeError(`invalid ${short.name}: ${short.values.length} values (one a place, ${x.length})`);
}

function valueRange({ lines, bands = [], levels = [] }: LineFigure): [number, number] {
  const rows = [...lines.map((own) => own.values), ...bands.flatMap(({ low, high }) => [low, high])];
  const values = rows.flatMap((row) => row.filter((value) => value !== null));
  const [least, most] = extent([0, ...values, ...levels.map(({ value }) => value)]) as [number, number];
  return least === most ? [least, least + 1] : [least, most];
}

interface BandPlace {
  x: readonly number[];
  across: PlotScale;
  up: PlotScale;
  theme: FigureTheme;
}

function bandNode({ name, low, high, line: of }: FigureBand, { x, across, up, theme }: BandPlace): SceneNode {
  const write = area<number>()
    .defined((at) => low[at] !== null && high[at] !== null)
    .x((at) => across(x[at]))
    .y0((at) => up(low[at] ?? 0))
    .y1((at) => up(high[at] ?? 0))
    .digits(1);
  const fill = of === null ? theme.inkSoft : seriesColour(theme, of);
  const shape = { d: write(x.keys()) ?? '', fill, fillOpacity: of === null ? 0.14 : 0.22 };
  return node('path', shape, [{ tag: 'title', attributes: {}, children: [], text: name }]);
}

interface LinePlace {
  x: readonly number[];
  across: PlotScale;
  up: PlotScale;
  /** Which of the lines it is, from 0. */
  index: number;
  colour: string;
}

function lineNodes(
  { values, significant }: FigureLine,
  { x, across, up, index: order, colour }: LinePlace,
): SceneNode[] {
  const write = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => across(x[index]))
    .y((value) => up(value ?? 0))
    .digits(1);
  const drawn = node('path', {
    d: write(values) ?? '',
    fill: 'none',
    stroke: colour,
    strokeWidth: x.length > 200 ? 1.25 : 2,
    strokeDasharray: seriesDash(order),
    strokeLinejoin: 'round',
  });
  const dots = values.flatMap((value, index) =>
    value !== null && significant?.[index]
      ? [node('circle', { cx: pixel(across(x[index])), cy: pixel(up(value)), r: 3.5, fill: colour })]
      : [],
  );
  return [drawn, ...dots];
}

interface PlotPlace {
  box: PlotBox;
  theme: FigureTheme;
}

function levelNodes({ levels = [] }: LineFigure, up: PlotScale, { box, theme }: PlotPlace): SceneNode[] {
  return levels.flatMap(({ value, name }) => {
    const y = pixel(up(value));
    const ends = { x1: box.left, x2: box.right, y1: y, y2: y };
    return [
      node('line', { ...ends, stroke: theme.inkSoft, strokeDasharray: '4 3' }),
      textNode(name, {
        x: box.right,
        y: y - 4,
        textAnchor: 'end',
        fontSize: letterSize,
        fill: theme.inkSoft,
      }),
    ];
  });
}

function momentNodes(moment: number | null, across: PlotScale, { box, theme }: PlotPlace): SceneNode[] {
  if (moment === null) return [];
  const x = pixel(across(moment));
  return [node('line', { x1: x, x2: x, y1: box.top, y2: box.bottom, stroke: theme.ink, strokeWidth: 1.5 })];
}

/** Names in rows above the plot; a single unnamed line needs none. */
function legendNodes(
  lines: readonly FigureLine[],
  { width }: FigureFrame,
  theme: FigureTheme,
): { nodes: SceneNode[]; rows: number } {
  const named = lines.filter(({ name }) => name !== '');
  if (named.length === 0) return { nodes: [], rows: 0 };
  let [left, row] = [legendLeft, 0];
  const nodes = named.flatMap(({ name }, index) => {
    const needed = 26 + 0.58 * letterSize * name.length;
    if (left > legendLeft && left + needed > width - 10) [left, row] = [legendLeft, row + 1];
    const [x, y] = [left, 14 + row * legendHeight];
    left += needed + 14;
    return [
      node('line', {
        x1: x,
        x2: x + 18,
        y1: y,
        y2: y,
        stroke: seriesColour(theme, index),
        strokeDasharray: seriesDash(index),
        strokeWidth: 2.5,
      }),
      textNode(name, { x: pixel(x + 24), y: y + 4, fontSize: letterSize, fill: theme.ink }),
    ];
  });
  return { nodes, rows: row + 1 };
}
