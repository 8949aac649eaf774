import { mixOklab, type Oklab } from '@/ml/colour/oklab';
import { oklabToHex, oklchToOklab, type Oklch } from '@/ml/colour/oklch';
import type { BrainScheme } from './brainTheme';

interface Ends {
  negative: Oklab;
  neutral: Oklab;
  positive: Oklab;
}

const colour = (lightness: number, chroma: number, hueDegrees: number): Oklab =>
  oklchToOklab({ lightness, chroma, hueDegrees });

/** On paper values grow darker, on a dark ground lighter, so that the strongest always stand out most. */
const ends: Record<BrainScheme, Ends> = {
  light: {
    negative: colour(0.42, 0.14, 257),
    neutral: colour(0.965, 0.004, 95),
    positive: colour(0.42, 0.14, 33),
  },
  dark: {
    negative: colour(0.8, 0.11, 243),
    neutral: colour(0.33, 0.006, 285),
    positive: colour(0.8, 0.135, 62),
  },
};

/**
 * The colour of a share of the largest value, -1..1: blue below zero, red or orange above, straight through OKLab, so
 * that equal steps of value are equal steps of colour, both sides are equally far from grey, and an eye that confuses
 * red with green still tells the sides apart.
 */
export function divergingColour(share: number, scheme: BrainScheme): string {
  const { negative, neutral, positive } = ends[scheme];
  const bounded = Math.min(1, Math.max(-1, share));
  return oklabToHex(mixOklab(neutral, bounded < 0 ? negative : positive, Math.abs(bounded)));
}

const violet: Record<BrainScheme, Oklab> = { light: colour(0.38, 0.13, 305), dark: colour(0.82, 0.1, 305) };

/** The colour of a share 0..1 of something that has no sign, such as evidence: grey to violet, straight through OKLab. */
export function sequentialColour(share: number, scheme: BrainScheme): string {
  return oklabToHex(mixOklab(ends[scheme].neutral, violet[scheme], Math.min(1, Math.max(0, share))));
}

const first: Record<BrainScheme, Oklch> = {
  light: { lightness: 0.87, chroma: 0.13, hueDegrees: 98 },
  dark: { lightness: 0.92, chroma: 0.11, hueDegrees: 98 },
};
const last: Record<BrainScheme, Oklch> = {
  light: { lightness: 0.36, chroma: 0.13, hueDegrees: 305 },
  dark: { lightness: 0.52, chroma: 0.16, hueDegrees: 305 },
};

/** The colour of a share 0..1 of the way along an order: from yellow over green and blue to violet, ever darker. */
export function orderColour(share: number, scheme: BrainScheme): string {
  const [from, to] = [first[scheme], last[scheme]];
  const bounded = Math.min(1, Math.max(0, share));
  const between = (one: number, other: number) => one + bounded * (other - one);
  return oklabToHex(
    oklchToOklab({
      lightness: between(from.lightness, to.lightness),
      chroma: between(from.chroma, to.chroma),
      hueDegrees: between(from.hueDegrees, to.hueDegrees),
    }),
  );
}
