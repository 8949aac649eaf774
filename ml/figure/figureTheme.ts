import { oklchHex } from '../colour/oklch';
import type { BrainScheme } from '../brain/colour/brainTheme';

/** The colours of a figure, as #rrggbb, so that a saved file needs no style sheet. */
export interface FigureTheme {
  surface: string;
  ink: string;
  inkSoft: string;
  /** Axes and ticks, and the lines across the plot. */
  axis: string;
  grid: string;
  /** Told apart by lightness as well as by hue; taken in turn. */
  series: readonly string[];
}

/** Hues in the order in which they are taken: neighbours are far apart for eyes that confuse red and green. */
const hues = [262, 55, 165, 330, 105, 215];

const seriesColours = (lightness: number, step: number): string[] =>
  hues.map((hue, index) => oklchHex(lightness + (index % 2 === 0 ? 0 : step), 0.125, hue));

const light: FigureTheme = {
  surface: oklchHex(1, 0, 0),
  ink: oklchHex(0.245, 0.015, 285),
  inkSoft: oklchHex(0.455, 0.013, 285),
  axis: oklchHex(0.62, 0.011, 285),
  grid: oklchHex(0.915, 0.005, 95),
  series: seriesColours(0.49, 0.12),
};

const dark: FigureTheme = {
  surface: oklchHex(0.222, 0.009, 285),
  ink: oklchHex(0.945, 0.004, 95),
  inkSoft: oklchHex(0.765, 0.008, 285),
  axis: oklchHex(0.57, 0.012, 285),
  grid: oklchHex(0.31, 0.01, 285),
  series: seriesColours(0.76, -0.1),
};

/** The colours of a figure on light or on dark paper: the lightness, chroma and hue of the product's own measures. */
export const figureTheme = (scheme: BrainScheme): FigureTheme => (scheme === 'dark' ? dark : light);

/** The colour of the n-th of several things, from 0. */
export const seriesColour = ({ series }: FigureTheme, index: number): string => series[index % series.length];

/** Dashes by which lines are told apart in black and white, too. */
const dashes = ['none', '6 3', '2 3', '9 3 2 3', '12 4', '1 4'];

/** The dash of the n-th of several lines, from 0. */
export const seriesDash = (index: number): string => dashes[index % dashes.length];
