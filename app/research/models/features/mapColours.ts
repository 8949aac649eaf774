import type { ColourScheme } from '@/app/ui/emotionColour';
import type { Dimension } from '@/ml/affect/dimension';
import { encodeSrgb, oklabToLinearRgb, type Oklab } from '@/ml/colour/oklab';
import { oklchToOklab } from '@/ml/colour/oklch';
import { quantile } from '@/ml/statistics/quantile';

/**
 * The colours of a map: a helix through OKLab, along which equal steps of the value are equal steps of colour, ever lighter,
 * so that a colour-blind eye sees the order too. It begins and ends at the hues of the plane (unpleasant violet, pleasant
 * green, calm cyan, energetic vermilion) and goes round the grey that is neutral there, since its middle is the middle of
 * what is shown, not of the plane.
 */
const helices: Record<Dimension, { fromDegrees: number; toDegrees: number; chroma: number }> = {
  valence: { fromDegrees: 292, toDegrees: 112, chroma: 0.105 },
  arousal: { fromDegrees: 202, toDegrees: 382, chroma: 0.08 },
};
const lightness: Record<ColourScheme, readonly [low: number, high: number]> = {
  light: [0.48, 0.8],
  dark: [0.57, 0.85],
};

/** How far out the range of colours reaches: what lies beyond has the colour of its end. */
export const rangePercentiles = [2, 98] as const;
/** Values that lie nearer than this look the same, rather than as far apart as colours can be. */
const leastWidth = 0.02;

/** What a map is coloured by, and the values at both ends of its colours. */
export interface MapColouring {
  dimension: Dimension;
  low: number;
  high: number;
}

/** The colouring on the scale of the values shown: from their 2nd to their 98th percentile. */
export function colouringOf(
  emotions: readonly Readonly<Record<Dimension, number>>[],
  dimension: Dimension,
): MapColouring {
  const sorted = Float64Array.from(emotions, (emotion) => emotion[dimension]).sort();
  const [low, high] = rangePercentiles.map((percent) => quantile(sorted, percent / 100));
  const room = Math.max(0, leastWidth - (high - low)) / 2;
  return { dimension, low: low - room, high: high + room };
}

/** Where a value lies on the scale, 0 at its low end and 1 at its high one. */
export const shareOf = ({ low, high }: MapColouring, value: number): number =>
  Math.min(1, Math.max(0, (value - low) / (high - low)));

/** The colour at a share of the scale, 0..1. */
export function mapOklab(dimension: Dimension, share: number, scheme: ColourScheme): Oklab {
  const { fromDegrees, toDegrees, chroma } = helices[dimension];
  const [low, high] = lightness[scheme];
  return oklchToOklab({
    lightness: low + share * (high - low),
    chroma,
    hueDegrees: fromDegrees + share * (toDegrees - fromDegrees),
  });
}

/** The same as a colour for canvases. */
export function mapRgb(dimension: Dimension, share: number, scheme: ColourScheme): string {
  return `rgb(${oklabToLinearRgb(mapOklab(dimension, share, scheme))
    .map(encodeSrgb)
    .join(' ')})`;
}

/** The same as a CSS colour that follows the page's scheme by itself. */
export const mapCss = (dimension: Dimension, share: number): string =>
  `light-dark(${mapRgb(dimension, share, 'light')}, ${mapRgb(dimension, share, 'dark')})`;
