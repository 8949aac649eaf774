import { scaleLinear } from 'd3';
import { markup, type Markup } from '../markup/markup';
import { decimal, setting } from '../numbers';

/** What stands along an axis. */
export interface Axis {
  label: string;
  domain: readonly [number, number];
}

/** The place of a chart's data within its drawing. */
export interface ChartFrame {
  x: (value: number) => number;
  y: (value: number) => number;
  /** Axes, ticks, grid and names. */
  marks: Markup[];
}

export const chartSize = { width: 680, height: 250 };
const margin = { top: 12, right: 12, bottom: 42, left: 58 };
const bottom = chartSize.height - margin.bottom;
const right = chartSize.width - margin.right;

/** A domain around all values, and around 0, that is never empty. */
export function domainOf(values: readonly number[], { withZero = true } = {}): [number, number] {
  const finite = values.filter(Number.isFinite);
  const all = withZero ? [0, ...finite] : finite;
  if (all.length === 0) return [0, 1];
  const low = all.reduce((least, value) => Math.min(least, value));
  const high = all.reduce((most, value) => Math.max(most, value));
  return low === high ? [low - 1, high + 1] : [low, high];
}

/** As many decimals as the steps between ticks need. */
function tickText(ticks: readonly number[]): (value: number) => string {
  const step = Math.abs(ticks[1] - ticks[0]);
  const decimals = step > 0 && step < 1 ? Math.ceil(-Math.log10(step) - 1e-9) : 0;
  return (value) => (ticks.length < 2 ? setting(value) : decimal(value, decimals));
}

/** Two linear axes with ticks, a grid across, and a firmer line at 0. */
export function chartFrame(across: Axis, up: Axis): ChartFrame {
  const x = scaleLinear(across.domain, [margin.left, right]);
  const y = scaleLinear(up.domain, [bottom, margin.top]).nice();
  const [xTicks, yTicks] = [x.ticks(8), y.ticks(5)];
  const [xText, yText] = [tickText(xTicks), tickText(yTicks)];
  const marks = [
    ...yTicks.map(
      (tick) =>
        markup`<line class="${tick === 0 ? 'axis' : 'grid'}" x1="${margin.left}" x2="${right}" y1="${y(tick)}" y2="${y(tick)}"/><text class="soft" x="${margin.left - 8}" y="${y(tick) + 4}" text-anchor="end">${yText(tick)}</text>`,
    ),
    ...xTicks.map(
      (tick) =>
        markup`<line class="axis" x1="${x(tick)}" x2="${x(tick)}" y1="${bottom}" y2="${bottom + 4}"/><text class="soft" x="${x(tick)}" y="${bottom + 17}" text-anchor="middle">${xText(tick)}</text>`,
    ),
    markup`<text x="${(margin.left + right) / 2}" y="${chartSize.height - 6}" text-anchor="middle">${across.label}</text>`,
    markup`<text transform="translate(13 ${(margin.top + bottom) / 2}) rotate(-90)" text-anchor="middle">${up.label}</text>`,
  ];
  return { x, y, marks };
}
