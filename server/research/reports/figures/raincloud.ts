import { area, scaleLinear } from 'd3';
import { quantileOf } from '@/ml/statistics/quantile';
import { markup, type Markup } from '../markup/markup';
import { decimal } from '../numbers';
import { domainOf } from './chartFrame';
import { density } from './density';
import { figure, svg, type FigureWords } from './figure';
import { seriesColour } from './seriesLook';

/** A cloud, a box and a rain of drops for each group. */
export interface Raincloud extends FigureWords {
  xLabel: string;
  groups: readonly { name: string; values: readonly number[] }[];
}

const width = 680;
const left = 190;
const right = width - 16;
const rowHeight = 62;
const steps = 80;

type Scale = (value: number) => number;

/** Drops lie in three rows, by their place in the group: the same each time. */
const dropOffset = (place: number): number => 6 + 4 * (place % 3);

/** The least and the greatest value, and how far the cloud goes beyond them. */
function cloudEdges(values: readonly number[]): [number, number, number] {
  const [low, high] = domainOf(values, { withZero: false });
  return [low, high, 0.2 * (high - low)];
}

function cloud(
  values: readonly number[],
  { x, middle }: { x: Scale; middle: number },
  colour: string,
): Markup {
  const [low, high, reach] = cloudEdges(values);
  const places = Array.from(
    { length: steps },
    (_, step) => low - reach + (step / (steps - 1)) * (high - low + 2 * reach),
  );
  const heights = density(values, places);
  const draw = area<number>()
    .x((_, step) => Number(x(places[step]).toFixed(2)))
    .y0(middle - 5)
    .y1((height) => Number((middle - 5 - 26 * height).toFixed(2)));
  return markup`<path d="${draw(heights)}" fill="${colour}" fill-opacity="0.35" stroke="${colour}"/>`;
}

function box(values: readonly number[], { x, middle }: { x: Scale; middle: number }): Markup {
  const [first, half, third] = [0.25, 0.5, 0.75].map((share) => x(quantileOf(values, share)).toFixed(2));
  return markup`<line class="axis" x1="${first}" x2="${third}" y1="${middle}" y2="${middle}" stroke-width="5"/><line x1="${half}" x2="${half}" y1="${middle - 5}" y2="${middle + 5}" stroke="currentColor" stroke-width="2"/>`;
}

function row({ name, values }: Raincloud['groups'][number], place: number, x: Scale): Markup {
  const middle = 40 + place * rowHeight;
  const colour = seriesColour(place);
  const label = markup`<text x="${left - 14}" y="${middle + 4}" text-anchor="end">${shortened(name)}</text>`;
  if (values.length === 0) return label;
  const drops = values.map(
    (value, drop) =>
      markup`<circle cx="${x(value).toFixed(2)}" cy="${middle + dropOffset(drop)}" r="2.2" fill="${colour}"/>`,
  );
  return markup`${label}${cloud(values, { x, middle }, colour)}${box(values, { x, middle })}${drops}`;
}

const mostLetters = 28;

/** A name that fits beside its row; the whole stands in the tables. */
function shortened(name: string): string {
  const letters = Array.from(name);
  return letters.length <= mostLetters ? name : `${letters.slice(0, mostLetters - 1).join('')}…`;
}

/** Every value of each group, their density and quartiles (Allen et al. 2019, Wellcome Open Research 4). */
export function raincloud({ xLabel, groups, ...words }: Raincloud): Markup {
  const height = 40 + groups.length * rowHeight + 24;
  const edges = groups
    .filter(({ values }) => values.length > 0)
    .map(({ values }) => cloudEdges(values))
    .flatMap(([low, high, reach]) => [low - reach, high + reach]);
  const scale = scaleLinear(domainOf(edges), [left + 12, right - 12]);
  const bottom = height - 38;
  const ticks = scale
    .ticks(7)
    .map(
      (tick) =>
        markup`<line class="${tick === 0 ? 'axis' : 'grid'}" x1="${scale(tick)}" x2="${scale(tick)}" y1="6" y2="${bottom}"/><text class="soft" x="${scale(tick)}" y="${bottom + 15}" text-anchor="middle">${decimal(tick, 2)}</text>`,
    );
  const name = markup`<text x="${(left + right) / 2}" y="${height - 4}" text-anchor="middle">${xLabel}</text>`;
  const rows = groups.map((group, place) => row(group, place, scale));
  return figure(
    svg([...ticks, ...rows, name], { width, height, label: `${words.title}. ${words.caption}` }),
    words,
  );
}
