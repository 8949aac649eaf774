import { line } from 'd3';
import { markup, type Markup } from '../markup/markup';
import { chartFrame, chartSize, domainOf } from './chartFrame';
import { figure, svg, type FigureWords } from './figure';
import { seriesKey, seriesStroke } from './seriesLook';

/** Lines over one axis. */
export interface LineChart extends FigureWords {
  /** Of every line: [points] */
  x: readonly number[];
  xLabel: string;
  yLabel: string;
  lines: readonly { name: string; values: readonly (number | null)[] }[];
}

/** One line, broken where there is no value. */
function path(
  values: readonly (number | null)[],
  place: number,
  scales: { x: (index: number) => number; y: (value: number) => number },
): Markup | null {
  const draw = line<number | null>()
    .defined((value) => value !== null && Number.isFinite(value))
    .x((_, index) => Number(scales.x(index).toFixed(2)))
    .y((value) => Number(scales.y(value!).toFixed(2)));
  const d = draw(values as (number | null)[]);
  return d === null ? null : markup`<path class="series" ${seriesStroke(place)} d="${d}"/>`;
}

/** A figure of lines over lags, delays or time. */
export function lineChart({ x, xLabel, yLabel, lines, ...words }: LineChart): Markup {
  const values = lines.flatMap((each) => each.values).filter((value) => value !== null);
  const frame = chartFrame(
    { label: xLabel, domain: domainOf(x, { withZero: false }) },
    { label: yLabel, domain: domainOf(values) },
  );
  const scales = { x: (index: number) => frame.x(x[index]), y: frame.y };
  const paths = lines.map((each, place) => path(each.values, place, scales));
  const drawing = svg([...frame.marks, markup`${paths}`], {
    ...chartSize,
    label: `${words.title}. ${words.caption}`,
  });
  return figure(drawing, words, seriesKey(lines.map(({ name }) => name)));
}
